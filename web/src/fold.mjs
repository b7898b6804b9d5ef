// How names of regions are compared: without accents, articles and the words for what kind of region it is, directions in
// English. Used when the boundaries are built and when a place of the store looks for its boundary.
const KIND = new Set((
  "province provinces provincia provinz governorate governorates muhafazah muhafazat mohafazat state states region regiao regione " +
  "wilaya wilayah wilayat oblast oblasti kray krai rayon raion respublika republic autonomous department departamento departement " +
  "division district distrito territory prefecture county canton emirate estado ostan vilayet il sheng ken capital city municipality of the " +
  "de du des da do dos das la le les los las di e et and y al an as ash at az ar ad el l d"
).split(" "));
const DIRECTION = new Map(Object.entries({
  northern: "north", nord: "north", norte: "north", septentrional: "north", southern: "south", sud: "south", sur: "south", sul: "south",
  meridional: "south", eastern: "east", est: "east", este: "east", oriental: "east", orientale: "east", western: "west", ouest: "west",
  oeste: "west", ovest: "west", occidental: "west", centrale: "central", centre: "central", upper: "haut", lower: "bas",
}));

/**
 * @param {string} name
 * @returns {string} the name's key; never empty unless the name holds no letter
 */
export function fold(name) {
  const words = name.normalize("NFKD").replace(/[\p{M}'’ʼ‘ʿʾ`]/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const kept = words.filter((word) => !KIND.has(word)).map((word) => DIRECTION.get(word) ?? word);
  return (kept.length ? kept : words).join("");
}
