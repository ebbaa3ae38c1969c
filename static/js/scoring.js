// Scores are saved as they are typed: a digit from 1 to 5 is sent with its reason and leads to the next field. Without
// this script the form is sent whole.
const form = document.querySelector("[data-scoring]");
const says = form?.querySelector("[data-scoring-says]");
const fields = () => [...form.querySelectorAll("[data-score]")];
let queue = Promise.resolve();

const noteOf = (field) => form.querySelector(`[data-note="${field.name}"]`);

async function send(field) {
  const note = noteOf(field);
  const body = new URLSearchParams({ csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, deed: "score" });
  body.set(field.name, field.value);
  if (note) body.set(note.name, note.value);
  says.textContent = form.dataset.saysSaving;
  try {
    const response = await fetch(location.href, { method: "POST", body, headers: { Accept: "application/json" } });
    const answer = await response.json();
    field.classList.toggle("is-invalid", !answer.saved);
    field.classList.toggle("is-saved", answer.saved);
    says.textContent = answer.saved ? form.dataset.saysSaved : answer.message;
  } catch {
    says.textContent = form.dataset.saysFailed;
  }
}

// One after the other, so that a later score of a field never arrives before an earlier one.
const keep = (field) => { queue = queue.then(() => send(field)); };

function next(field, step) {
  const all = fields();
  const other = all[all.indexOf(field) + step];
  other?.focus();
  other?.select();
}

const below = (field, step) => {
  const row = field.closest("tr");
  const column = [...row.querySelectorAll("[data-score]")].indexOf(field);
  const other = (step > 0 ? row.nextElementSibling : row.previousElementSibling)?.querySelectorAll("[data-score]")[column];
  other?.focus();
  other?.select();
};

function onKey(event) {
  const field = event.target;
  if (!field.matches("[data-score]") || event.ctrlKey || event.altKey || event.metaKey) return;
  const steps = { ArrowRight: 1, ArrowLeft: -1 };
  if (/^[1-5]$/.test(event.key)) {
    event.preventDefault();
    field.value = event.key;
    keep(field);
    next(field, 1);
  } else if (event.key === "Enter") {
    event.preventDefault();
    next(field, 1);
  } else if (event.key in steps) {
    event.preventDefault();
    next(field, steps[event.key]);
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    below(field, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    field.value = "";
    keep(field);
  }
}

function onChange(event) {
  if (event.target.matches("[data-score]")) keep(event.target);
  if (event.target.matches("[data-note]")) {
    const field = form.elements[event.target.dataset.note];
    if (field.value) keep(field);
  }
}

if (form) {
  form.addEventListener("keydown", onKey);
  form.addEventListener("change", onChange);
}
