"""What `make bench` runs: the mathematics over 10,000 initiatives, and the rate it reaches."""

from bench.measurement import main

if __name__ == "__main__":
    main()
