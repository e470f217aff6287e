/** What a translator's form does beyond sending itself: hear at once, check while typing, insert placeholders, keys. */

const PATIENCE_MS = 400;

for (const form of document.querySelectorAll("form.writing, form.hearing")) {
  if (form instanceof HTMLFormElement) enliven(form);
}

/** @param {HTMLFormElement} writing */
function enliven(writing) {
  for (const hidden of writing.querySelectorAll(".chip, .keys")) hidden.removeAttribute("hidden");
  for (const chip of writing.querySelectorAll(".chip")) chip.addEventListener("click", () => insert(writing, chip));
  for (const button of writing.querySelectorAll(".hear")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      if (button instanceof HTMLButtonElement) void hear(writing, button);
    });
  }
  if (writing.matches(".writing")) document.addEventListener("keydown", (event) => keys(writing, event));
  if (!writing.dataset.check) return;
  let timer = 0;
  writing.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(writing), PATIENCE_MS);
  });
}

/**
 * @param {HTMLFormElement} writing
 * @param {KeyboardEvent} event
 */
function keys(writing, event) {
  if (event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    event.preventDefault();
    const next = writing.querySelector("[data-keys='Control+Enter']");
    if (next instanceof HTMLElement) writing.requestSubmit(next);
  } else if (event.altKey && event.shiftKey && event.code === "KeyH") {
    event.preventDefault();
    const here = document.activeElement?.closest(".form") ?? writing;
    const button = here.querySelector(".hear");
    if (button instanceof HTMLButtonElement) void hear(writing, button);
  }
}

/**
 * @param {HTMLFormElement} writing
 * @param {Element} chip
 */
function insert(writing, chip) {
  if (!(chip instanceof HTMLElement)) return;
  const field = writing.elements.namedItem(chip.dataset.into ?? "");
  if (!(field instanceof HTMLTextAreaElement) || field.readOnly) return;
  field.setRangeText(chip.dataset.chip ?? "", field.selectionStart, field.selectionEnd, "end");
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * @param {HTMLFormElement} writing
 * @param {HTMLButtonElement} button
 */
async function hear(writing, button) {
  const audio = writing.querySelector("audio");
  const trouble = writing.querySelector(".trouble");
  if (!audio || !(trouble instanceof HTMLElement)) return;
  trouble.textContent = "";
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(writing)) body.append(name, String(value));
  body.set("hear", button.value);
  button.setAttribute("aria-busy", "true");
  try {
    const headers = { Accept: "application/problem+json, audio/mpeg" };
    const answer = await fetch(button.formAction, { method: "POST", body, headers });
    if (!answer.ok) throw new Error((await answer.json())?.title);
    if (audio.src) URL.revokeObjectURL(audio.src);
    audio.src = URL.createObjectURL(await answer.blob());
    audio.hidden = false;
    await audio.play();
  } catch (error) {
    const told = error instanceof Error && error.name === "Error" ? error.message : "";
    trouble.textContent = told || (trouble.dataset.trouble ?? "");
  } finally {
    button.removeAttribute("aria-busy");
  }
}

/** @param {HTMLFormElement} writing */
async function check(writing) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(writing)) body.append(name, String(value));
  const before = JSON.stringify([...body]);
  const answer = await fetch(writing.dataset.check ?? "", { method: "POST", body });
  if (!answer.ok) return;
  const { faults, remarks } = await answer.json();
  const now = new URLSearchParams();
  for (const [name, value] of new FormData(writing)) now.append(name, String(value));
  if (JSON.stringify([...now]) !== before) return;
  for (const place of writing.querySelectorAll("[data-said]")) {
    if (!(place instanceof HTMLElement)) continue;
    const number = place.dataset.said;
    place.replaceChildren(...told(faults, number, "wrong"), ...told(remarks, number, "odd"));
    const field = writing.elements.namedItem(`form${number}`);
    if (!(field instanceof HTMLElement)) continue;
    if (place.querySelector(".wrong")) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}

/**
 * @param {{ form: string, told: string }[]} all
 * @param {string | undefined} number
 * @param {string} kind
 */
function told(all, number, kind) {
  return all
    .filter((each) => each.form === number)
    .map((each) => {
      const line = document.createElement("p");
      line.className = kind;
      line.textContent = each.told;
      return line;
    });
}
