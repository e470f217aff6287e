/** Passkeys: asks the service what to ask the device, and sends the device's answer with the form. */

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (form instanceof HTMLFormElement && supported()) enliven(form);
}

function supported() {
  const kind = globalThis.PublicKeyCredential;
  return Boolean(kind && "parseCreationOptionsFromJSON" in kind && "toJSON" in kind.prototype);
}

/** @param {HTMLFormElement} form */
function enliven(form) {
  form.hidden = false;
  for (const note of document.querySelectorAll("[data-no-passkeys]")) note.remove();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void answer(form);
  });
}

/** @param {HTMLFormElement} form */
async function answer(form) {
  const trouble = form.querySelector(".trouble");
  const button = form.querySelector("button");
  if (!(trouble instanceof HTMLElement) || !button || button.getAttribute("aria-busy")) return;
  trouble.textContent = "";
  button.setAttribute("aria-busy", "true");
  try {
    const { attempt, options } = await asked(form);
    const credential = await device(form.dataset.passkey ?? "", options);
    put(form, "attempt", attempt);
    put(form, "credential", JSON.stringify(credential));
    form.submit();
  } catch (error) {
    trouble.textContent = told(error, trouble.dataset);
    button.removeAttribute("aria-busy");
  }
}

/** @param {HTMLFormElement} form */
async function asked(form) {
  const body = new URLSearchParams({ form_token: value(form, "form_token") });
  const headers = { Accept: "application/json, application/problem+json" };
  const reply = await fetch(form.dataset.options ?? "", { method: "POST", body, headers });
  const found = await reply.json();
  if (!reply.ok) throw new Error(found.title);
  return found;
}

/**
 * @param {string} kind
 * @param {any} options
 */
async function device(kind, options) {
  const { parseCreationOptionsFromJSON: creation, parseRequestOptionsFromJSON: request } = PublicKeyCredential;
  const found =
    kind === "create"
      ? await navigator.credentials.create({ publicKey: creation.call(PublicKeyCredential, options) })
      : await navigator.credentials.get({ publicKey: request.call(PublicKeyCredential, options) });
  return found;
}

/**
 * @param {unknown} error
 * @param {DOMStringMap} words
 */
function told(error, words) {
  if (!(error instanceof Error)) return words.trouble ?? "";
  if (error.name === "NotAllowedError" || error.name === "AbortError") return words.ended ?? "";
  if (error.name === "InvalidStateError") return words.known ?? "";
  return (error.name === "Error" && error.message) || (words.trouble ?? "");
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function value(form, name) {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field.value : "";
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} text
 */
function put(form, name, text) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = text;
}
