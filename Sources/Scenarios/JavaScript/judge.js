'use strict';

/** Evaluates expressions over readings. Its functions take and give texts, so that nothing else crosses over. */
const judge = (() => {
    const scope = new Map();
    const remembered = new Map();
    const compiled = new Map();
    const lengthMax = 100;

    /** Every name that an expression can see, in a fixed order; `undefined` where the reading lacks it. */
    let names = [];

    const begin = (readingNames) => {
        remembered.clear();
        scope.clear();
        names = JSON.parse(readingNames);
        compiled.clear();
    };

    const look = (reading) => {
        scope.clear();
        if (typeof reading !== 'object' || reading === null) return;
        for (const name of Object.keys(reading)) scope.set(name, reading[name]);
    };

    /** The moment goes on while all else stays as it is. */
    const note = (frame, time) => {
        scope.set('frame', frame);
        scope.set('time', time);
    };

    const remember = (name) => remembered.set(name, Object.fromEntries(scope));

    const isHelper = (name) => Object.hasOwn(helpers, name);
    const valueOf = (name) => (isHelper(name) ? helpers[name] : remembered.has(name) ? remembered.get(name) : scope.get(name));

    const compile = (source) => {
        let entry = compiled.get(source);
        if (!entry) {
            const used = ExpressionText.freeNames(source).filter((name) => isHelper(name) || names.includes(name));
            entry = { used, run: new Function(...used, `'use strict'; return (${source}\n);`) };
            compiled.set(source, entry);
        }
        return entry;
    };

    const value = (source) => {
        const { used, run } = compile(source);
        return run(...used.map(valueOf));
    };

    /** The first name of an expression that is none of the known ones, or null. */
    const problem = (source, knownNames) =>
        ExpressionText.freeNames(source).find((name) => !knownNames.includes(name)) ?? null;

    const isBoard = (item) => Array.isArray(item) && item.length > 3 && item.every(
        (row) => Array.isArray(row) && row.length === item[0].length && row.every((cell) => typeof cell === 'number'))
        && item[0].length > 2;

    const shorten = (text) => (text.length > lengthMax ? `${text.slice(0, lengthMax - 1)}…` : text);

    /** A value for people: short, numbers with at most three decimals, boards by what they hold. */
    const show = (item) => {
        if (item === undefined) return 'undefined';
        if (typeof item === 'number') return String(Math.round(item * 1000) / 1000);
        if (typeof item === 'function') return 'a function';
        if (isBoard(item)) return `${item[0].length} × ${item.length} cells, ${helpers.count(item)} filled`;
        const text = JSON.stringify(item, (key, part) => {
            if (typeof part === 'number') return Math.round(part * 1000) / 1000;
            return part !== item && isBoard(part) ? `${part[0].length} × ${part.length} cells` : part;
        });
        return shorten(text === undefined ? String(item) : text);
    };

    const attempt = (source) => {
        try {
            return { value: value(source) };
        } catch (error) {
            return { error: String(error && error.message ? error.message : error) };
        }
    };

    const shown = (source) => {
        const { value: found, error } = attempt(source);
        return error === undefined ? show(found) : `none (${shorten(error)})`;
    };

    const holds = (source) => {
        const { value: found, error } = attempt(source);
        return error === undefined && Boolean(found);
    };

    /** In a sentence a text stands without its quotes. */
    const text = (source) => {
        const { value: found } = attempt(source);
        return typeof found === 'string' ? found : shown(source);
    };

    return Object.freeze({ begin, look, note, remember, problem, holds, shown, text });
})();
judge;
