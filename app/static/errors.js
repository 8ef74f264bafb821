// After a refused form, the keyboard and the screen reader begin at what is to be put right.
document.querySelector(".errors")?.focus();
