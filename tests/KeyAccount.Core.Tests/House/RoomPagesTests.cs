using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ardalis.SmartEnum;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.House;

/// <summary>The page of a room says what the room is asked, and which facts, with which units and ranges, which defaults it takes and where
/// they come from. Facts and defaults are written from the code, so that a page cannot say another number.</summary>
public class RoomPagesTests
{
    private const string Accept = "KEYACCOUNT_PAGES";

    // What is longer is folded on the page, so that the limits of a room stay in sight.
    private const int Long = 40;

    private static readonly string Sources = Path.Combine(SourceFiles.Root, "src", "KeyAccount.Core");

    private static readonly XDocument Comments = XDocument.Load(Path.ChangeExtension(typeof(IModel).Assembly.Location, ".xml"));

    // A folder with a page, at any depth: "Grading", "Scoring/Validation".
    private static readonly string[] Folders =
    [
        .. Directory.EnumerateFiles(Sources, "README.md", SearchOption.AllDirectories)
            .Select(page => Path.GetRelativePath(Sources, Path.GetDirectoryName(page)!).Replace('\\', '/'))
            .Where(folder => folder != "." && !folder.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    // A type belongs to the nearest page above it.
    private static readonly ILookup<string, Type> Types = typeof(IModel).Assembly.GetTypes()
        .Where(type => type.Namespace is not null)
        .ToLookup(type => Folders.LastOrDefault(folder => IsBelow(type.Namespace!, folder)) ?? "", StringComparer.Ordinal);

    public static TheoryData<string> Rooms => [.. Folders];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_page_gives_the_words_of_the_room_in_Chinese_too(string room) =>
        PartOf(Page(room), "Terms").Should().Contain("| 中文 |", "the page of {0} has a table of terms under this heading", room);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_page_names_every_term_of_the_room(string room)
    {
        var terms = PartOf(Page(room), "Terms");
        Types[room].Where(IsTerm).Select(type => type.Name).Where(name => !terms.Contains($"`{name}`", StringComparison.Ordinal))
            .Should().BeEmpty("the part Terms of the page of {0} names every public term, with its Chinese word", room);
    }

    [Fact]
    public void The_rooms_have_terms() => Folders.Sum(room => Types[room].Count(IsTerm)).Should().BeGreaterThan(200);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_page_shows_what_its_program_prints_as_a_table_or_a_picture(string room)
    {
        var page = Page(room);
        page.Should().Contain("\n```csharp\n", "the page of {0} has a program", room);
        ShowsAnAnswer(page).Should().BeTrue(
            "the page of {0} has a picture, or its program prints a table with a line under its heads, or a figure", room);
    }

    [Theory]
    [InlineData("![a](a.svg)\n", true)]
    [InlineData("```csharp\nA();\n```\n\n```text\nname   value\n-----  -----\na          1\n```\n", true)]
    [InlineData("```csharp\nA();\n```\n\n```text\nName  Value\n────  ─────\na         1\n```\n", true)]
    [InlineData("```csharp\nA();\n```\n\n```text\na  ███  1\n```\n", true)]
    [InlineData("```csharp\nA();\n```\n\n```text\na is 1\n```\n", false)]
    [InlineData("| a | b |\n|---|---|\n\n```csharp\n// -----\n```\n", false)]
    public void A_sentence_is_no_table_and_no_picture(string page, bool shows) => ShowsAnAnswer(page).Should().Be(shows);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_page_fences_its_code(string room) =>
        Page(room).Split("\n```").Where((_, i) => i % 2 == 0).Should().AllSatisfy(prose =>
            prose.Should().NotMatchRegex(@"\n\n {4,}\S", "code is put between ``` with its language"));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_page_says_what_it_does_not_do(string room) =>
        Page(room).Should().MatchRegex("(?m)^## Limits$", "the page of {0} says under this heading what the room does not do", room);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Facts_and_defaults_of_a_page_are_those_of_the_code(string room)
    {
        var page = Page(room);
        var now = With(With(page, "Facts", Facts(room)), "Defaults", Defaults(room));
        if (Environment.GetEnvironmentVariable(Accept) == "accept")
            File.WriteAllText(Path.Combine(Sources, room, "README.md"), page = now);
        Assert.True(
            page == now,
            $"""
            The facts or the defaults on the page of {room} are not those of the code. Accept them, and read the difference:
            {Accept}=accept dotnet test --project tests/KeyAccount.Core.Tests -- --filter-class '*RoomPagesTests'
            """);
    }

    [Fact]
    public void A_part_of_a_page_is_put_before_the_limits_once()
    {
        const string Before = "# A\n\ntext\n\n## Limits\n\n- none\n";
        var once = With(Before, "Facts", "table\n");
        once.Should().Be("# A\n\ntext\n\n## Facts\n\ntable\n\n## Limits\n\n- none\n");
        With(once, "Facts", "table\n").Should().Be(once);
        With(once, "Facts", "other\n").Should().Be("# A\n\ntext\n\n## Facts\n\nother\n\n## Limits\n\n- none\n");
        With(once, "Facts", "").Should().Be(Before);
    }

    [Fact]
    public void Several_defaults_are_counted_by_where_they_come_from()
    {
        var (source, library) = (Provenance.Source("《A》"), Provenance.LibraryDefault("why"));
        Provenance[] literature = [Provenance.Literature("B 1984, b"), Provenance.Literature("C 1969, c"), Provenance.Literature("B 1984, b")];
        From([.. ((Provenance?[])[library, .. literature, source, source, library, source, null]).Select(each => new ModelDefault("rules[\"a\"]", "", each))])
            .Should().Be("1 not stated, 3 documents, 3 literature (B 1984, b; C 1969, c), 2 library");
    }

    private static bool IsBelow(string name, string folder) =>
        $"{name}.".StartsWith($"KeyAccount.Core.{folder.Replace('/', '.')}.", StringComparison.Ordinal);

    private static string PartOf(string page, string heading) =>
        Regex.Match(page, $@"^## {heading}\n(?:(?!^## ).*\n?)*", RegexOptions.Multiline, TimeSpan.FromSeconds(10)).Value;

    private static bool ShowsAnAnswer(string page) => page.Contains("![", StringComparison.Ordinal)
        || Regex.Matches(page, @"^```text\n(?<answer>(?:(?!```).*\n)*)```", RegexOptions.Multiline, TimeSpan.FromSeconds(10))
            .Any(block => Regex.IsMatch(
                block.Groups["answer"].Value, @"^(?:-{3,}|─{3,})(?: +(?:-{3,}|─{3,}))+$|[█▇■╲]", RegexOptions.Multiline, TimeSpan.FromSeconds(10)));

    private static string Page(string room) => File.ReadAllText(Path.Combine(Sources, room, "README.md")).ReplaceLineEndings("\n");

    /// <summary>A page with one of its parts anew, before the limits where it has none yet; an empty part is left out.</summary>
    private static string With(string page, string heading, string text)
    {
        var part = text.Length == 0 ? "" : $"## {heading}\n\n{(text.Count(sign => sign == '\n') > Long ? Folded(text) : text)}\n";
        var present = Regex.Match(page, $@"^## {heading}\n(?:(?!^## ).*\n)*", RegexOptions.Multiline, TimeSpan.FromSeconds(10));
        if (present.Success)
            return string.Concat(page.AsSpan(0, present.Index), part, page.AsSpan(present.Index + present.Length));
        var limits = page.IndexOf("\n## Limits\n", StringComparison.Ordinal) + 1;
        return limits == 0 ? page : page.Insert(limits, part);
    }

    private static string Folded(string text) => $"<details>\n<summary>Show them</summary>\n\n{text}\n</details>\n";

    private static string Facts(string room)
    {
        var page = new StringBuilder();
        foreach (var type in Types[room].Where(IsFacts).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"`{Name(type)}`: {Summary("T:" + type.FullName!.Replace('+', '.'))}\n\n");
            page.Append("| fact | what it is | unit or type | range |\n|---|---|---|---|\n");
            foreach (var fact in type.GetProperties().Where(IsFact))
            {
                var range = fact.GetCustomAttribute<FactRangeAttribute>();
                var summary = Cell(Summary($"P:{type.FullName!.Replace('+', '.')}.{fact.Name}") is { Length: > 0 } text
                    ? text
                    : Summary("T:" + type.FullName!.Replace('+', '.'), "param", fact.Name));
                page.Append(CultureInfo.InvariantCulture, $"| `{fact.Name}` | {summary} | {Unit(fact, range)} | {Range(range)} |\n");
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + (page.Length == 0 ? "" : "\n");
    }

    private static bool IsTerm(Type type) => type is { IsVisible: true, IsAbstract: false, IsGenericTypeDefinition: false }
        && type.GetInterfaces().Contains(typeof(ISmartEnum));

    private static bool IsFacts(Type type) => type is { IsVisible: true, IsEnum: false, IsAbstract: false, IsGenericTypeDefinition: false }
        && type.GetProperties().Any(fact => IsFact(fact) && (fact.IsDefined(typeof(FactRangeAttribute)) || IsFactsName(type)));

    private static bool IsFactsName(Type type) => type.Name.EndsWith("Facts", StringComparison.Ordinal);

    private static bool IsFact(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } && !property.GetMethod!.IsStatic && property.GetIndexParameters().Length == 0;

    private static string Unit(PropertyInfo fact, FactRangeAttribute? range) => range?.Unit switch
    {
        FactUnit.Number => "number",
        FactUnit.Fraction => "fraction",
        FactUnit.Points => "points",
        FactUnit.Money => "money",
        FactUnit.Days => "days",
        FactUnit.Months => "months",
        FactUnit.Count => "count",
        FactUnit.TimesPerYear => "times a year",
        FactUnit.Rank => "rank",
        FactUnit.Rating => "rating",
        _ => TypeOf(fact.PropertyType),
    };

    private static string TypeOf(Type type) => Nullable.GetUnderlyingType(type) is { } value ? TypeOf(value)
        : type == typeof(bool) ? "yes or no"
        : type == typeof(string) ? "text"
        : type == typeof(LocalDate) ? "date"
        : type == typeof(Instant) ? "instant"
        : type == typeof(double) || type == typeof(decimal) || type == typeof(int) || type == typeof(long) ? "number"
        : type.IsGenericType && type.GetGenericArguments() is [var item] ? $"list of {TypeOf(item)}"
        : type.IsGenericType && type.GetGenericArguments() is [var key, var of] ? $"{TypeOf(of)} by {TypeOf(key)}"
        : type.GetInterfaces().Contains(typeof(ISmartEnum)) ? $"`{type.Name}`"
        : $"`{Name(type)}`";

    private static string Name(Type type) => type.DeclaringType is { } outer ? $"{Name(outer)}.{type.Name}" : type.Name;

    private static string Range(FactRangeAttribute? range) => range switch
    {
        null => "",
        { Unbounded: { } why } => $"any: {why}",
        { Minimum: double.NegativeInfinity, Maximum: double.PositiveInfinity } => "any",
        { Minimum: double.NegativeInfinity } => $"≤ {Number(range.Maximum)}",
        { Maximum: double.PositiveInfinity } => (range.IsMinimumExcluded ? "> " : "≥ ") + Number(range.Minimum),
        _ => (range.IsMinimumExcluded ? "above " : "") + $"{Number(range.Minimum)} to {Number(range.Maximum)}",
    };

    private static string Number(double value) => value.ToString("#,0.##########", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Defaults(string room)
    {
        var models = Types[room].Where(type => type.Name == room.Split('/')[^1] + "Room")
            .SelectMany(type => (IEnumerable<IModel>)type.GetProperty("Models")!.GetValue(null)!)
            .ToList();
        if (models.Count == 0)
            return "";
        var text = new StringBuilder("From: the documents of the method, literature with its reference, or the library's own choice.\n\n");
        text.Append("| model | default | value | from |\n|---|---|---|---|\n");
        foreach (var model in models)
        {
            var listed = model.Defaults.Where(each => !IsListedElsewhere(each)).ToList();
            foreach (var each in listed)
                text.Append(CultureInfo.InvariantCulture, $"| `{model.Id}` | `{each.Path}` | {Cell(each.Value)} | {From(each.Provenance)} |\n");
            foreach (var others in model.Defaults.Where(IsListedElsewhere).GroupBy(each => each.Path[..each.Path.IndexOf('[', StringComparison.Ordinal)]))
            {
                var count = $"{others.Count()} of them, printed by `keyaccount models {model.Id}`";
                text.Append(CultureInfo.InvariantCulture, $"| `{model.Id}` | `{others.Key}` | {count} | {From(others)} |\n");
            }
        }

        return text.ToString();
    }

    private static bool IsListedElsewhere(ModelDefault each) =>
        each.Path.StartsWith("rules[", StringComparison.Ordinal) || each.Path.StartsWith("phrases[", StringComparison.Ordinal);

    private static string From(Provenance? provenance) => provenance switch
    {
        null => "",
        { Kind: ProvenanceKind.Source } => "documents",
        { Kind: ProvenanceKind.Literature } => Cell(provenance.Reference),
        _ => "library",
    };

    /// <summary>Where several defaults come from, with the number of each: "5 documents, 6 literature (Dawson, Secrets), 2 library".</summary>
    private static string From(IEnumerable<ModelDefault> defaults) => string.Join(
        ", ",
        defaults.GroupBy(each => each.Provenance is { Kind: ProvenanceKind.Literature } ? "literature" : From(each.Provenance))
            .OrderBy(group => group.First().Provenance?.Kind)
            .Select(group => group.Key switch
            {
                "" => $"{group.Count()} not stated",
                "literature" => $"{group.Count()} literature ({string.Join("; ", group.Select(each => From(each.Provenance)).Distinct())})",
                var from => $"{group.Count()} {from}",
            }));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    /// <summary>The first sentence of a summary, or of what is said of a parameter of a record, with the names it refers to.</summary>
    private static string Summary(string member, string element = "summary", string? name = null)
    {
        var summary = Comments.Descendants("member").FirstOrDefault(each => (string?)each.Attribute("name") == member)?
            .Elements(element).FirstOrDefault(each => (string?)each.Attribute("name") == name);
        if (summary is null)
            return "";
        var text = new StringBuilder();
        foreach (var node in summary.DescendantNodes())
        {
            text.Append(node switch
            {
                XText part => part.Value,
                XElement { Name.LocalName: "see" or "paramref" } to =>
                    "`" + ((string?)to.Attribute("cref") ?? (string?)to.Attribute("langword") ?? (string?)to.Attribute("name"))!.Split(':')[^1].Split('(')[0]
                        .Split('.')[^1].Split('`')[0] + "`",
                _ => "",
            });
        }

        var line = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line : line[..(end + 1)];
    }
}
