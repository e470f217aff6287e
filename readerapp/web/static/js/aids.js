/** The form of the reading aids: each choice is a look of the page; the first of each list is the usual one. */

import { chooseLook, forgetLooks, look } from "./looks.js";

const form = document.querySelector("form.looks");
if (form instanceof HTMLFormElement) {
  show(form);
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement) chooseLook(target.name, target.selectedIndex > 0 ? target.value : "");
  });
  form.addEventListener("reset", () => forgetLooks());
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("lyssna-look", () => show(form));
}

/** @param {HTMLFormElement} into */
function show(into) {
  for (const select of into.querySelectorAll("select")) select.value = look(select.name) || select.options[0].value;
}
