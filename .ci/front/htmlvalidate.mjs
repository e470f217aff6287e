export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    "doctype-style": "off", // lower case is as good
    "prefer-tbody": "off", // a parser supplies it
    "long-title": "off", // a title and a telephone number are the page's own
    "tel-non-breaking": "off",
    "wcag/h32": "off", // the reading aids send nothing: a script reads them
    "no-trailing-whitespace": "off", // what a template leaves between tags
  },
};
