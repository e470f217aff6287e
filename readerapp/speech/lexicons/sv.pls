<?xml version="1.0" encoding="UTF-8"?>
<!--
  Swedish: places and authorities that voices stress or sound wrongly, and Russian names in Swedish text.
  Respelled in ordinary letters, so that every engine can say them; é and hyphens carry the stress.
  tests/speech/pronunciations_sv.tsv says how each should sound, and a test that espeak-ng comes nearer to it.
-->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="sv">

  <!-- Places -->

  <!-- Authorities -->

  <!-- Russian places and names -->

  <!-- Saints' towns -->
  <lexeme><grapheme>S:t Petersburg</grapheme><grapheme>St Petersburg</grapheme><grapheme>St. Petersburg</grapheme><alias>Sankt Petersburg</alias></lexeme>
</lexicon>
