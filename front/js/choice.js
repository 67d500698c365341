// A choice shows what belongs to it and says in the form's button what will happen. Without this script
// everything is shown, and the button keeps its plain words.
//
//   <input type="radio" data-reveals="why" data-hides="rest" data-button="Sæt på dagsordenen">
//   <button data-choice-button>Videre</button>

function show(form) {
  const options = [...form.querySelectorAll("input[data-reveals], input[data-hides], input[data-button]")];
  const chosen = options.filter((option) => option.checked);
  const reveals = chosen.map((option) => option.dataset.reveals);
  const hides = chosen.map((option) => option.dataset.hides).filter(Boolean);
  for (const option of options) {
    const own = document.getElementById(option.dataset.reveals ?? "");
    if (own) own.hidden = !reveals.includes(own.id);
    const other = document.getElementById(option.dataset.hides ?? "");
    if (other) other.hidden = hides.includes(other.id);
  }
  const button = form.querySelector("[data-choice-button]");
  if (!button) return;
  button.dataset.choiceButton ||= button.textContent;
  button.textContent = chosen.findLast((option) => option.dataset.button)?.dataset.button ?? button.dataset.choiceButton;
}

function showAll() {
  document.querySelectorAll("form:has(input[data-reveals], input[data-hides], input[data-button])").forEach(show);
}

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form") ?? event.target.form;
  if (form) show(form);
});
document.addEventListener("htmx:load", showAll);
showAll();
