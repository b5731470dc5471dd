// Looks into PDFs, for mutool, which speaks JavaScript of 2009: mutool run look-into.cjs FILE…
// Prints a line of JSON for each: the text, whether it is tagged, and the names of fonts that aren't embedded.

// What an object has under a key; undefined where there is nothing, which editions of mupdf tell in several ways.
function part(object, key) {
  var value = object ? object.get(key) : undefined;
  return value === undefined || value === null || value.isNull() ? undefined : value;
}

function textOf(doc) {
  var text = '';
  for (var i = 0; i < doc.countPages(); i += 1) {
    doc.loadPage(i).toStructuredText('').walk({
      onChar: function (char) { text += char; },
      endLine: function () { text += ' '; },
    });
  }
  return text.replace(/\s+/g, ' ');
}

function isTagged(doc) {
  var root = part(doc.getTrailer(), 'Root');
  return part(root, 'StructTreeRoot') !== undefined && String(part(part(root, 'MarkInfo'), 'Marked')) === 'true';
}

function isEmbedded(font) {
  var about = part(part(part(font, 'DescendantFonts'), 0) || font, 'FontDescriptor');
  return ['FontFile', 'FontFile2', 'FontFile3'].some(function (key) { return part(about, key) !== undefined; });
}

function bareFonts(doc) {
  var bare = [];
  for (var i = 0; i < doc.countPages(); i += 1) {
    var fonts = part(part(doc.findPage(i), 'Resources'), 'Font');
    // One edition hands over the name first, another the font.
    fonts.forEach(function (a, b) {
      var font = typeof a === 'string' ? b : a;
      if (!isEmbedded(font)) bare.push(String(part(font, 'BaseFont')));
    });
  }
  return bare;
}

scriptArgs.forEach(function (file) {
  var doc = Document.openDocument ? Document.openDocument(file) : new Document(file);
  print(JSON.stringify({ text: textOf(doc), tagged: isTagged(doc), bare: bareFonts(doc) }));
});
