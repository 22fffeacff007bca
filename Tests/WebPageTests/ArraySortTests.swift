import Testing

@testable import WebPage

/// The answers are those that Chromium gives.
@Suite("Sorting with a function that isn't consistent")
struct ArraySortTests {
    private let page: TestPage

    init() throws {
        page = try TestPage(
            """
            <script>
            let seed = 7;
            const random = () => (seed = seed * 16807 % 2147483647) / 2147483647;
            const compared = [];
            const noting = (compare) => (a, b) => { compared.push(a + ':' + b); return compare(a, b) };
            </script>
            """)
    }

    @Test func `that never says less leaves an array as it was`() throws {
        try page.expect("[[5, 1, 4].sort((a, b) => a > b), [3, 1].toSorted((a, b) => a < b)]", "[[5,1,4],[3,1]]")
    }

    @Test func `compares few elements by inserting one by one, more behind the run at their start`() throws {
        try page.expect(
            returnedBy: """
            const first = (count) => {
              compared.length = 0;
              const array = [500, 1, 400];
              while (array.length < count) array.push(1000 + array.length);
              array.sort(noting((a, b) => a - b));
              return compared.slice(0, 3).join(' ')
            };
            return [first(3), first(15), first(16), first(63)]
            """, #"["1:500 400:500 400:1","1:500 400:500 400:1","1:500 400:1 400:500","1:500 400:1 400:500"]"#)
    }

    @Test func `shuffles as there`() throws {
        try page.expect(
            "['I', 'O', 'T', 'S', 'Z', 'J', 'L'].sort(() => random() - 0.5).join('')", #""SOJITZL""#)
    }

    @Test func `leaves out holes and undefined values, which go to the end`() throws {
        try page.expect(
            returnedBy: """
            const array = [3, , undefined, 1, , 2];
            array.sort(noting((a, b) => a - b));
            return [array.slice(0, 3), array[3] === undefined && 3 in array, 4 in array, array.length, compared.some((pair) => pair.includes('undefined')),
              [3, undefined, 1].toSorted((a, b) => a - b).map(String)]
            """, #"[[1,2,3],true,false,6,false,["1","3","undefined"]]"#)
    }

    @Test func `is the browser's own function still, and wants one`() throws {
        try page.expect(
            returnedBy: """
            const { sort } = Array.prototype;
            const refused = (() => { try { [2, 1].sort(5) } catch (error) { return error.name } })();
            return [String(sort), sort.length, sort.name, 'prototype' in sort, [10, 9, 1].sort(), sort.call({ 0: 2, 1: 1, length: 2 }, (a, b) => a - b)[0], refused]
            """, #"["function sort() { [native code] }",1,"sort",false,[1,10,9],1,"TypeError"]"#)
    }
}
