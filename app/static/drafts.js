// Nothing typed is lost: drafts stay on this device, and what cannot be sent waits until it can.
// All sentences stand in templates/components/_drafts.html. Without localStorage nothing happens here.
(() => {
  const place = document.getElementById("drafts");
  const store = storage();
  if (!place || !store) return;

  const WEEK = 7 * 24 * 3600 * 1000, AGAIN = 30 * 1000;
  const words = place.dataset, person = words.person;
  const DRAFT = `tandem:draft:${person}:`, WAITING = `tandem:waiting:${person}:`;
  const mark = document.querySelector("[data-draft]");
  const form = mark?.form;
  const said = {};
  let draft = form ? nameOfDraft() : "", busy = false, warned = false, later = 0;

  forgetWhatIsOld();
  settleWhatWasSent();
  if (form) addEventListener("DOMContentLoaded", keep);
  mendable();
  for (const leaving of document.querySelectorAll("form[action='/sign-out']")) leaving.addEventListener("submit", signOut);
  addEventListener("online", send);
  addEventListener("storage", showWaiting);
  send();

  function storage() {
    try {
      localStorage.setItem("tandem:try", "1");
      localStorage.removeItem("tandem:try");
      return localStorage;
    } catch { return null; }
  }

  function read(name) {
    try { return JSON.parse(store.getItem(name)); } catch { return null; }
  }

  function write(name, value) {
    try { store.setItem(name, JSON.stringify(value)); return true; } catch { return false; }
  }

  function names(start) {
    return Object.keys(store).filter(name => name.startsWith(start));
  }

  function forgetWhatIsOld() {
    for (const name of names("tandem:draft:")) if (!(read(name)?.at > Date.now() - WEEK)) store.removeItem(name);
  }

  // A draft belongs to a person and to where the form goes; one that was refused while waiting, to its key as well.
  function nameOfDraft() {
    const sent = sessionStorage.getItem("tandem:sending");
    if ("again" in mark.dataset && sent?.startsWith(DRAFT)) return sent;
    const one = location.hash.match(/^#kept-([\w-]+)$/)?.[1];
    return DRAFT + new URL(form.action).pathname + location.search + (one ? `#${one}` : "");
  }

  // Only a page that says that something was saved ends a draft: an error page does not.
  function settleWhatWasSent() {
    const sent = sessionStorage.getItem("tandem:sending");
    sessionStorage.removeItem("tandem:sending");
    if (sent && "saved" in words) store.removeItem(sent);
  }

  function fields() {
    return [...new FormData(form)].filter(([name, value]) =>
      typeof value === "string" && !/^_(take|theirs)\./.test(name) && form.elements[name]?.type !== "password");
  }

  // A page that answers what was sent is itself the newest draft: rows stored meanwhile are gone from it.
  function keep() {
    const isAgain = "again" in mark.dataset, empty = JSON.stringify(fields());
    const kept = read(draft);
    const note = () => {
      if (busy) return;
      if (!isAgain && JSON.stringify(fields()) === empty) return store.removeItem(draft);
      write(draft, { at: Date.now(), page: page(), title: title(), fields: fields() });
    };
    if (isAgain) note();
    else if (kept) restore(kept);
    form.addEventListener("input", note);
    form.addEventListener("change", note);
    form.addEventListener("submit", submit);
    addEventListener("pageshow", event => { if (event.persisted) free(); });
  }

  function page() {
    return "again" in mark.dataset ? read(draft)?.page ?? new URL(form.action).pathname : location.pathname + location.search;
  }

  function title() {
    const texts = ["title", "name", "text", "learning", "note"].map(name => form.elements[name]?.value?.trim());
    return (texts.find(Boolean) ?? "").slice(0, 80);
  }

  // A sheet first makes the rows that the draft has and the page has not.
  function restore(kept) {
    const values = {};
    form.dispatchEvent(new CustomEvent("restore", { detail: kept.fields }));
    for (const [name, value] of kept.fields) (values[name] ??= []).push(value);
    for (const field of form.elements) {
      if (!field.name || field.type === "password" || field.type === "file") continue;
      const given = values[field.name] ?? [];
      if (field.type === "checkbox" || field.type === "radio") field.checked = given.includes(field.value);
      else if (field.name === "_key" || field.name === "_version") field.value = given[0] ?? field.value;
      else if (field.type !== "hidden" && field.tagName !== "BUTTON") field.value = given.shift() ?? "";
      if (field.closest("details") && field.type !== "hidden" && (field.checked ?? true) && field.value) open(field);
    }
    const empty = link(words.empty, location.pathname + location.search);
    empty.addEventListener("click", () => store.removeItem(draft));
    say("kept", words.kept.replace("{time}", moment(kept.at)), empty);
  }

  function open(field) {
    if (field.value !== field.defaultValue || field.checked !== field.defaultChecked) field.closest("details").open = true;
  }

  // A tap too many sends nothing; without a connection the form waits here instead of meeting the browser's error page.
  function submit(event) {
    if (busy) return event.preventDefault();
    if (!navigator.onLine && event.submitter?.name === "_act") {
      event.preventDefault();
      return say("offline", words.offline);
    }
    if (navigator.onLine || hasFiles()) {
      busy = true;
      write(draft, { at: Date.now(), page: page(), title: title(), fields: fields() });
      sessionStorage.setItem("tandem:sending", draft);
      setTimeout(() => buttons(true));
      return;
    }
    const waiting = { at: Date.now(), action: new URL(form.action).pathname, page: page(), title: title(), fields: fields() };
    if (!write(WAITING + form.elements._key.value, waiting)) return;
    event.preventDefault();
    store.removeItem(draft);
    empty();
    showWaiting();
  }

  // A file is too large to keep here: such a form goes its way, and its words stay as a draft.
  function hasFiles() {
    return [...form.elements].some(field => field.files?.length);
  }

  function empty() {
    form.reset();
    form.elements._key.value = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
    unsay("kept");
  }

  function free() {
    busy = false;
    buttons(false);
  }

  function buttons(off) {
    for (const one of form.querySelectorAll("button[type=submit]")) one.disabled = off;
  }

  // One tab sends, one entry after the other; the key of the form makes a second copy harmless.
  async function send() {
    clearTimeout(later);
    showWaiting();
    if (!navigator.onLine || !names(WAITING).length) return;
    if (navigator.locks) await navigator.locks.request("tandem:sending", sendAll);
    else await sendAll();
    showWaiting();
    mendable();
    if (names(WAITING).length) later = setTimeout(send, AGAIN);
  }

  async function sendAll() {
    for (const name of names(WAITING)) {
      const one = read(name);
      if (!one) continue;
      let answer;
      try {
        answer = await fetch(one.action, { method: "POST", body: new URLSearchParams(one.fields), redirect: "manual" });
      } catch { return; }
      if (answer.type === "opaqueredirect") done(name, one);
      else if (answer.status < 500 && answer.status !== 429) refused(name, one);
    }
  }

  function done(name, one) {
    store.removeItem(name);
    say(name, words.sent.replace("{title}", one.title || words.untitled));
  }

  // What the server does not take comes back as a draft, which its form shows when it is opened.
  function refused(name, one) {
    const key = name.slice(WAITING.length), url = new URL(one.page, location.origin);
    const kept = `${DRAFT}${one.action}${url.search}#${key}`;
    if (write(kept, { ...one, at: Date.now(), refused: true, page: `${one.page}#kept-${key}` })) store.removeItem(name);
  }

  function mendable() {
    for (const name of names(DRAFT)) {
      const one = read(name);
      if (!one?.refused || name === draft) continue;
      const mend = link(words.mend, one.page);
      mend.addEventListener("click", () => { if (mend.pathname === location.pathname) setTimeout(() => location.reload()); });
      say(name, words.refused.replace("{title}", one.title || words.untitled), mend);
    }
  }

  function showWaiting() {
    const count = names(WAITING).length;
    if (count) say("waiting", words.waiting.replace("{count}", count));
    else unsay("waiting");
  }

  function signOut(event) {
    const count = names(WAITING).length + names(DRAFT).filter(name => read(name)?.refused).length;
    if (count && !warned) {
      warned = true;
      event.preventDefault();
      return say("leaving", words.leaving.replace("{count}", count));
    }
    for (const name of [...names(DRAFT), ...names(WAITING)]) store.removeItem(name);
  }

  function say(what, text, action) {
    unsay(what);
    const line = document.createElement("p");
    line.className = "flash";
    line.append(text, ...(action ? [" ", action] : []));
    place.append(line);
    said[what] = line;
  }

  function unsay(what) {
    said[what]?.remove();
    delete said[what];
  }

  function link(text, address) {
    const made = document.createElement("a");
    made.href = address;
    made.textContent = text;
    return made;
  }

  function moment(at) {
    const today = new Date(at).toDateString() === new Date().toDateString();
    const style = today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
    return new Intl.DateTimeFormat(document.documentElement.lang, style).format(at);
  }
})();
