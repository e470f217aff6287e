/** What a visitor chose for how the page looks, before the first letter of it is drawn. No module: those come later. */

try {
  for (const [name, value] of Object.entries(JSON.parse(localStorage.getItem("lyssna-looks") ?? "{}"))) {
    if (/^[a-z]+$/.test(name)) document.documentElement.setAttribute(`data-${name}`, String(value));
  }
} catch {
  // Storage is forbidden, or holds nonsense: the page looks as usual.
}
