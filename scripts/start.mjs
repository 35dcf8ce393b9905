// npm start, npm run dev. Old Nodes must be able to read this file to the end, so that they can be told.
var wanted = [20, 19];
var found = process.versions.node.split(".").map(Number);
if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  // biome-ignore lint/style/useTemplate: understood by every Node
  console.error("Tokenpit needs Node " + wanted.join(".") + " or later; this is Node " + process.versions.node + ".");
  console.error("Get one from https://nodejs.org, or with your version manager (nvm install 24).");
  process.exit(1);
}
import("./launch.mjs").then((launch) => launch.launch({ dev: process.argv.indexOf("--dev") > 0 }));
