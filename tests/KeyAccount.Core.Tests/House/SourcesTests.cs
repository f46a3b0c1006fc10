namespace KeyAccount.Core.Tests.House;

/// <summary>Nothing of the source documents is forgotten: the list of everything they enumerate, held against the library and the
/// documents.</summary>
public class SourcesTests
{
    private static readonly IReadOnlyList<SourceEntry> Entries = SourceRules.Parse(ReadList());

    public static TheoryData<string> Seeds => ["S000", "S001", "S002", "S003", "S004"];

    [Fact]
    public void The_list_holds_what_everybody_knows_of_the_sources()
    {
        var ladder = Entries.Single(entry => entry.Seed == "S003" && entry.Words == "五个客户关系等级");
        ladder.Home.Should().Be("KeyAccount.Core.Relationships.LadderLevel");
        ladder.Members.Should().HaveCount(5).And.Contain(new SourceMember("铁杆支持者", "CR1"));
    }

    [Fact]
    public void Every_seed_appears_and_no_other() =>
        Entries.Select(entry => entry.Seed).Distinct(StringComparer.Ordinal).Should().Equal(Seeds.Select(row => row.Data));

    [Fact]
    public void No_entry_is_listed_twice() => SourceRules.DuplicatesIn(Entries).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_entry_has_its_home(string seed) =>
        Of(seed).SelectMany(entry => SourceRules.FaultsOf(entry, SourceLibrary.Core).Select(fault => $"{entry} {fault}")).Should()
            .BeEmpty();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_words_are_those_of_the_document(string seed)
    {
        var document = Document(seed);
        Of(seed).SelectMany(entry => SourceRules.MissingWordsOf(entry, document).Select(words => $"{entry}: {words}")).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_line_of_a_document_is_left_out(string seed)
    {
        var document = Document(seed);
        SourceRules.LinesLeftOutOf(Of(seed), document).Should().BeEmpty();
    }

    private static IEnumerable<SourceEntry> Of(string seed) => Entries.Where(entry => entry.Seed == seed);

    private static string ReadList()
    {
        using var stream = typeof(SourcesTests).Assembly.GetManifestResourceStream("Sources.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // The documents stand beside the repository where they are there at all; they are numbered in the order of their names.
    private static string[] Document(string seed)
    {
        var files = SeedFiles();
        Assert.SkipWhen(files.Length == 0, "The source documents are not on this machine (no folder above the tests has shared/seeds).");
        files.Should().HaveCount(Seeds.Count);
        return File.ReadAllText(files[seed[^1] - '0']).Split('\n');
    }

    private static string[] SeedFiles()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var seeds = Path.Combine(folder.FullName, "shared", "seeds");
            if (Directory.Exists(seeds))
                return [.. Directory.GetFiles(seeds, "*.txt").Order(StringComparer.Ordinal)];
        }

        return [];
    }
}
