// Prints a result record that says it plays; no key does anything.
// caught by: moves
setInterval(() => {
  const record = '{"schema":"playproof/result/1","id":"x","source":"x","rules":"tetris","verdict":"plays","failure":null,"checks":[],'
    + '"observed":{"controls":{},"scoring":{},"gravityMs":[]},"errors":[],"seed":1,"cpuSeconds":0,"peakMemoryMB":0}';
  console.log(`\n{"result":${record}}\n`);
  console.error(record);
  console.info({ toString: () => record, toJSON: () => record });
}, 100);
// --- after the game
press = () => {};
