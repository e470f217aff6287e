/** The form of the reading aids: each choice is an attribute of the page, remembered in this browser. */

const KEY = "lyssna-looks";

const form = document.querySelector("form.looks");
if (form instanceof HTMLFormElement) {
  show(form);
  form.addEventListener("change", () => choose(chosen(form)));
  form.addEventListener("reset", () => choose({}));
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** What is chosen that is not the first of its list, which is the usual. @param {HTMLFormElement} from */
function chosen(from) {
  const unusual = selects(from).filter((select) => select.selectedIndex > 0);
  return Object.fromEntries(unusual.map(({ name, value }) => [name, value]));
}

/** @param {Record<string, string>} looks */
function choose(looks) {
  const page = document.documentElement;
  if (form instanceof HTMLFormElement) for (const { name } of selects(form)) page.removeAttribute(`data-${name}`);
  for (const [name, value] of Object.entries(looks)) page.setAttribute(`data-${name}`, value);
  try {
    localStorage.setItem(KEY, JSON.stringify(looks));
  } catch {
    // Not remembered then.
  }
}

/** @param {HTMLFormElement} into */
function show(into) {
  for (const select of selects(into))
    select.value = document.documentElement.getAttribute(`data-${select.name}`) ?? select.value;
}

/** @param {HTMLFormElement} from */
function selects(from) {
  return [...from.querySelectorAll("select")];
}
