// Small comforts on pages that work without any script.

// After htmx has replaced a list, say so to screen readers once, in the polite live region of the page.
document.addEventListener("htmx:afterSettle", (event) => {
  const said = event.target.closest("[data-announce]") ?? event.target.querySelector?.("[data-announce]");
  const region = document.getElementById("meldingen-live");
  if (said && region) region.textContent = said.dataset.announce;
});

// A form is sent once: a second click while the first is under way does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "true";
  form.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
});

// Menus made of <details> close on Escape and when one clicks elsewhere.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.zw-menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.zw-menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
