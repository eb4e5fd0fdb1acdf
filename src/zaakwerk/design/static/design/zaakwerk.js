// Small comforts on pages that work without any script.

const every = (selector, root = document) => [...root.querySelectorAll(selector)];

// After htmx has replaced a list, say so to screen readers once, in the polite live region of the page.
document.addEventListener("htmx:afterSettle", (event) => {
  const said = event.target.closest("[data-announce]") ?? event.target.querySelector?.("[data-announce]");
  if (said) say(said.dataset.announce);
});

function say(words) {
  const region = document.getElementById("meldingen-live");
  if (region) region.textContent = words;
}

// A form is sent once: a second click while the first is under way does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "true";
  form.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => {
  for (const form of every("form[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
});

// Menus made of <details> close on Escape and when one clicks elsewhere.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of every("details.zw-menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of every("details.zw-menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// A number that can be copied with one press, where the browser lets pages copy.
if (navigator.clipboard) {
  for (const button of every("[data-kopieer]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.kopieer).textContent.trim());
      say(button.dataset.gekopieerd);
    });
  }
}

// Drafts: what is typed is kept on the server every ten seconds, and when the page goes away.
const DRAFT_PAUSE = 10_000;
for (const form of every("form[data-concept]")) keepDrafts(form);

function keepDrafts(form) {
  const note = form.querySelector("[data-concept-melding]");
  if (!note) return;
  let isDirty = false;
  let underWay = null;

  const content = () => {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    return data;
  };
  const keep = async () => {
    if (!isDirty || form.dataset.sent) return;
    isDirty = false;
    underWay = new AbortController();
    try {
      const answer = await fetch(note.dataset.conceptUrl, { method: "POST", body: content(), signal: underWay.signal });
      if (!answer.ok) throw new Error(answer.status);
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      note.textContent = `${note.dataset.conceptMelding} ${time}`;
      note.hidden = false;
    } catch {
      isDirty = true; // tried again at the next beat
    }
  };
  form.addEventListener("input", () => (isDirty = true));
  form.addEventListener("submit", () => underWay?.abort());
  setInterval(keep, DRAFT_PAUSE);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || !isDirty || form.dataset.sent) return;
    navigator.sendBeacon(note.dataset.conceptUrl, content());
    isDirty = false;
  });
}

// Single keys, outside fields only, and off for who switched them off (WCAG 2.1.4).
const keys = document.getElementById("toetsen");
const TYPING = "input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]";
if (keys && !("uit" in keys.dataset)) {
  document.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
    if (!isPlain || event.defaultPrevented || keys.open || event.target.closest?.(TYPING)) return;
    if (pressed(event.key)) event.preventDefault();
  });
}

function pressed(key) {
  if (key === "?") keys.showModal();
  else if (key === "j" || key === "k") return walk(key === "j" ? 1 : -1);
  else if (key === "x") return choose();
  else if (key === "h") return follow(document.querySelector('.zw-tabs__tab[href*="tab=tijdlijn"]'));
  else if (key === "n") return follow(document.querySelector("[data-volgende]"));
  else if (/^[1-8]$/.test(key)) return follow(every(".zw-tabs__tab")[key - 1]);
  else return follow(every("[data-toets]").find((one) => one.dataset.toets === key));
  return true;
}

// Presses a button, follows a link, or goes into a field; a box around them stands for what is in it.
function follow(found) {
  const target = found?.matches("a, button, input") ? found : found?.querySelector("a, button");
  if (!target) return false;
  if (target.matches("input") || target.getAttribute("aria-disabled") === "true") target.focus();
  else target.click();
  return true;
}

// Rows of a list, walked by the link that opens them (data-open, or else the first), chosen by their box (data-kies).
const rows = () => every("[data-rij]");
const here = () => rows().indexOf(document.activeElement?.closest("[data-rij]"));

function walk(step) {
  const all = rows();
  const next = all[Math.min(Math.max(here() + step, 0), all.length - 1)];
  if (!next) return false;
  const target = next.querySelector("[data-open]") ?? next.querySelector("a[href], button:not([disabled])") ?? next;
  if (target === next) next.tabIndex = -1;
  target.focus();
  target.scrollIntoView({ block: "nearest" });
  return true;
}

function choose() {
  const box = rows()[here()]?.querySelector("[data-kies], input[type=checkbox]");
  box?.click();
  return Boolean(box);
}
