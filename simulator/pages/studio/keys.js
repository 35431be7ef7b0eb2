// Single letters as keys, wherever nobody is typing; they can be switched off.

const KEPT = "studio-keys";

const remembered = () => {
  try { return localStorage.getItem(KEPT) !== "off"; } catch { return true; }
};

const typing = (target) =>
  target.closest?.("textarea, select, input:not([type=radio]):not([type=checkbox]), [contenteditable]");

export const listen = (does) => {
  const dialog = document.getElementById("keys");
  const on = document.getElementById("keys-on");
  on.checked = remembered();
  on.addEventListener("change", () => {
    try { localStorage.setItem(KEPT, on.checked ? "on" : "off"); } catch { /* for this page only */ }
  });
  document.getElementById("show-keys")?.addEventListener("click", () => dialog.showModal());

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (dialog.open) return;
    const { target, key } = event;
    if (key === "?") { event.preventDefault(); return dialog.showModal(); }
    if (!on.checked && key.length === 1 && key !== " ") return;
    // A button keeps its own space and Enter, a radio its arrows.
    if ((key === " " || key === "Enter") && target.closest?.("button, a, summary, label, input")) return;
    if (key.startsWith("Arrow") && target.closest?.("input, .w")) return;
    const act = does[key === " " ? "space" : event.shiftKey && key.startsWith("Arrow") ? `Shift+${key}` : key];
    if (!act) return;
    event.preventDefault();
    act();
  });
};
