// Stands in a page whose scripts are held back, and brings them when its reader first points, types or touches.
// What was pressed or entered before they were there is done again once they are.
(() => {
  const signs = ["pointermove", "pointerdown", "keydown", "focusin", "click", "input"]; // the last two: by a program
  const changed = new Map();
  let pressed = null;

  const wake = () => {
    for (const sign of signs) removeEventListener(sign, wake, true);
    for (const held of document.querySelectorAll('script[type="text/held"]')) {
      const script = document.createElement("script");
      for (const { name, value } of held.attributes) if (name !== "type") script.setAttribute(name, value);
      script.nonce = held.nonce; // a browser hides the attribute
      script.text = held.text;
      held.replaceWith(script);
    }
  };
  /** Links, summaries and forms work without scripts; such a button does nothing without them. */
  const press = (event) => {
    const button = event.target.closest('button[type="button"]');
    if (!button) return;
    event.preventDefault();
    pressed = button;
  };
  const change = ({ target }) => {
    // Of radio buttons that belong together the last one counts.
    for (const other of changed.keys())
      if (target.type === "radio" && other.name === target.name && other.form === target.form) changed.delete(other);
    changed.set(target, target.value);
  };

  const catchUp = () => {
    removeEventListener("click", press, true);
    removeEventListener("input", change, true);
    // One after the other: each is to see what the one before it has changed.
    for (const [field, value] of changed) setTimeout(() => again(field, value));
    setTimeout(() => pressed?.click());
  };
  const again = (field, value) => {
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = !field.checked;
      field.click();
      return;
    }
    if (field.type !== "file") {
      // React knows what a field held by its own setter, and hears only of another value than that one.
      field.value = "";
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
    }
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  };

  for (const sign of signs) addEventListener(sign, wake, true);
  addEventListener("click", press, true);
  addEventListener("input", change, true);
  addEventListener("scripts-alive", catchUp, { once: true });
  // Only scripts can tell the page's own contrast from the system's.
  if (matchMedia("(prefers-contrast: more)").matches) wake();
})();
