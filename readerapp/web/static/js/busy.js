/** Tells that a page is on its way once it has been asked for: fetching and reading it may take seconds. */

const notice = document.querySelector("[data-busy]");

if (notice instanceof HTMLElement) {
  const tell = () => {
    notice.textContent = notice.dataset.busy ?? "";
  };
  document.addEventListener("submit", (event) => event.defaultPrevented || tell());
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-fetches]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) tell();
  });
  addEventListener("pageshow", () => {
    notice.textContent = "";
  });
}
