/// The script of a handbook: it hides the rules that are not asked for, and nothing else needs it.
enum HandbookScript {
  // It stands in the page as it is, so it has neither `<` nor `&`.
  static let source: StaticString = """

    "use strict";
    (function () {
      var form = document.getElementById("finder");
      var words = document.getElementById("find");
      var weight = document.getElementById("weight");
      var found = document.getElementById("found");
      var rules = Array.from(document.querySelectorAll("article.rule"));
      var groups = Array.from(document.querySelectorAll("section.category, section.family"));
      var texts = null;
      function show() {
        var wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean);
        if (texts === null) {
          texts = rules.map(function (rule) { return rule.textContent.toLowerCase(); });
        }
        var count = 0;
        rules.forEach(function (rule, index) {
          var fits = weight.value === "" ? true : rule.dataset.severity === weight.value;
          var holds = wanted.every(function (word) { return texts[index].includes(word); });
          rule.hidden = fits ? !holds : true;
          if (!rule.hidden) { count += 1; }
        });
        groups.forEach(function (group) {
          group.hidden = group.querySelector("article.rule:not([hidden])") === null;
        });
        var isAll = wanted.length === 0 ? weight.value === "" : false;
        found.textContent = isAll ? "" : count + (count === 1 ? " rule" : " rules") + " of " + rules.length;
      }
      form.hidden = false;
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      words.addEventListener("input", show);
      weight.addEventListener("change", show);
    })();

    """
}
