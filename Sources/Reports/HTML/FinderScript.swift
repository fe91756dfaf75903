/// The script of a page: it hides the items that are not asked for, and nothing else needs it.
enum FinderScript {
  // It stands in the page as it is, so it has neither `<` nor `&`.
  static let source: StaticString = """

    "use strict";
    (function () {
      var form = document.getElementById("finder");
      if (form === null) { return; }
      var words = form.querySelector("input");
      var choices = Array.from(form.querySelectorAll("select"));
      var found = form.querySelector("[role=status]");
      var items = Array.from(document.querySelectorAll(form.dataset.items));
      var groups = form.dataset.groups ? Array.from(document.querySelectorAll(form.dataset.groups)) : [];
      var texts = null;
      function fits(item) {
        return choices.every(function (choice) {
          if (choice.value === "") { return true; }
          var own = item.dataset[choice.dataset.key] || "";
          return own.split("\\n").includes(choice.value);
        });
      }
      function show() {
        var wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean);
        if (texts === null) {
          texts = items.map(function (item) { return item.textContent.toLowerCase(); });
        }
        var count = 0;
        items.forEach(function (item, index) {
          var holds = wanted.every(function (word) { return texts[index].includes(word); });
          item.hidden = holds ? !fits(item) : true;
          if (!item.hidden) { count += 1; }
        });
        groups.forEach(function (group) {
          var shown = Array.from(group.querySelectorAll(form.dataset.items));
          group.hidden = shown.every(function (item) { return item.hidden; });
        });
        var chosen = choices.some(function (choice) { return choice.value !== ""; });
        var noun = count === 1 ? form.dataset.one : form.dataset.many;
        found.textContent = wanted.length + chosen === 0 ? "" : count + " " + noun + " of " + items.length;
      }
      form.hidden = false;
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      words.addEventListener("input", show);
      choices.forEach(function (choice) { choice.addEventListener("change", show); });
      show();
    })();

    """
}
