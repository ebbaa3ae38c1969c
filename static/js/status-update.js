// Writing a status update by keyboard: G, A and R choose a light that has the focus, Ctrl-Enter hands in.
const KEYS = { g: "green", a: "amber", r: "red" };
const form = document.querySelector("[data-update-form]");

form?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("button.btn-primary"));
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.type !== "radio") return;
  const value = KEYS[event.key.toLowerCase()];
  const radio = value && event.target.closest("[data-light]").querySelector(`input[value="${value}"]`);
  if (!radio) return;
  event.preventDefault();
  radio.checked = true;
  radio.focus();
  radio.dispatchEvent(new Event("change", { bubbles: true }));
});
