# Tandem in one image: the wheels are fetched in a first stage, checked by their hashes, and only they are kept.
FROM python:3.11-slim AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /tandem/.venv
COPY requirements/base.txt /tandem/requirements/base.txt
RUN /tandem/.venv/bin/pip install --require-hashes --only-binary :all: --requirement /tandem/requirements/base.txt


FROM python:3.11-slim

# The number is fixed, so that a volume's owner is the same on every host.
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/tandem tandem
WORKDIR /tandem
COPY --from=build /tandem/.venv .venv
COPY alembic.ini pyproject.toml LICENSE README.md ./
COPY app app
COPY migrations migrations
COPY seed seed
COPY templates templates

ENV PATH=/tandem/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONPATH=/tandem \
    PYTHONUNBUFFERED=1 \
    TANDEM_DATA_DIR=/var/lib/tandem
# So that `docker compose exec tandem tandem token EMAIL` works as on any machine.
RUN printf '#!/tandem/.venv/bin/python\nfrom app.cli import cli\ncli()\n' > /usr/local/bin/tandem \
    && chmod 755 /usr/local/bin/tandem
USER tandem
VOLUME /var/lib/tandem
EXPOSE 8000

HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]

# exec, so that a signal to stop reaches the program and requests under way are finished.
CMD ["sh", "-c", "tandem migrate && exec tandem serve --host 0.0.0.0 --port 8000"]
