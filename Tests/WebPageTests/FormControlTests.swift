import Testing

@testable import WebPage

/// The answers are those that Chromium gives.
@Suite("Form controls")
struct FormControlTests {
    @Test func `are members of their form and their select by index`() throws {
        let page = try TestPage(
            "<form id=f><input name=player value=Bob><button name=go></button></form><select id=s><option>a<option>b</select>")
        try page.expect(
            "[f[0].name, f[1].name, typeof f[2], s[1].value, [...s].map((option) => option.text).join(), [...f].length]",
            #"["player","go","undefined","b","a,b",2]"#)
    }

    @Test func `are put into a select and its options by index, and taken away by null`() throws {
        let page = try TestPage("<select id=s><option>a<option>b</select>")
        try page.expect(
            returnedBy: """
            const texts = () => [...s].map((option) => option.text).join();
            const told = [];
            s[2] = new Option('c');
            told.push(texts());
            s.options[0] = new Option('A');
            told.push(texts());
            s.options[1] = null;
            told.push(texts());
            s[4] = new Option('e');
            told.push(texts());
            return told
            """, #"["a,b,c","A,b,c","A,c","A,c,,,e"]"#)
    }

    @Test func `that are options are selected by the last argument alone`() throws {
        let page = try TestPage("<p>")
        try page.expect(
            "[new Option('t', 'v', true), new Option('t', 'v', false, true), new Option('t')].map((option) => [option.selected, option.defaultSelected])",
            "[[false,true],[true,false],[false,false]]")
    }

    @Test func `keep what was entered when they are cloned`() throws {
        let page = try TestPage("<input id=a type=checkbox><input id=b><textarea id=c></textarea>")
        try page.expect(
            returnedBy: """
            a.checked = true;
            b.value = 'x';
            c.value = 'y';
            return [a.cloneNode().checked, b.cloneNode(true).value, c.cloneNode().value]
            """, #"[true,"x","y"]"#)
    }

    @Test func `of three states have two while they are clicked, and the third again if that is prevented`() throws {
        let page = try TestPage("<input id=a type=checkbox>")
        try page.expect(
            returnedBy: """
            const told = [];
            a.indeterminate = true;
            a.onclick = (event) => { told.push([a.checked, a.indeterminate]); event.preventDefault() };
            a.click();
            told.push([a.checked, a.indeterminate]);
            return told
            """, "[[true,false],[false,true]]")
    }

    @Test func `that show a measure bring it into its range`() throws {
        let page = try TestPage(
            "<progress id=a max=10 value=20></progress><progress id=b max=-1 value=-5></progress><meter id=c min=5 max=10 value=20></meter><label for=a>x</label>")
        try page.expect(
            "[a.value, a.position, b.max, b.value, [c.value, c.min, c.max, c.low, c.high, c.optimum], a.labels.length]",
            "[10,1,1,0,[10,5,10,5,10,7.5],1]")
    }

    @Test func `go in steps from where they are, but not away from what is allowed`() throws {
        let page = try TestPage("<input id=a type=number min=5 max=10 step=2><input id=b>")
        try page.expect(
            returnedBy: """
            const after = (value, go) => { a.value = value; go(); return a.value };
            const refused = (() => { try { b.stepUp() } catch (error) { return error.name } })();
            return [after('', () => a.stepDown()), after('3', () => a.stepDown()), after('8', () => a.stepUp()), after('12', () => a.stepUp()), refused]
            """, #"["5","3","9","9","InvalidStateError"]"#)
    }

    @Test func `keep the caret when they are given the value that they have`() throws {
        let page = try TestPage("<input id=a value=abcd>")
        try page.expect(
            returnedBy: """
            a.setSelectionRange(2, 2);
            a.value = 'abcd';
            const same = a.selectionStart;
            a.value = 'abc';
            return [same, a.selectionStart]
            """, "[2,3]")
    }

    @Test func `are told of by a fieldset, and a legend's form is its fieldset's`() throws {
        let page = try TestPage("<form id=f><fieldset id=a><legend id=b></legend><input><p><button></button></p></fieldset></form>")
        try page.expect("[a.type, a.elements.length, a.elements[1].localName, b.form === f]", #"["fieldset",2,"button",true]"#)
    }

    @Test func `take a date, or nothing`() throws {
        let page = try TestPage("<input id=a type=date>")
        try page.expect(
            "[a.valueAsDate = new Date(Date.UTC(2024, 1, 29)), a.value, a.valueAsDate = null, a.value].slice(1)", #"["2024-02-29",null,""]"#)
    }
}
