using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

/// <summary>Words of a company beside those of the library. In processes of their own, because a word stays in force.</summary>
public sealed class TermsOptionTests : IDisposable
{
    private const string Terms = """
        {
            "CustomerIndustry": { "Chemicals": { "name": { "en": "chemicals", "zh-Hans": "化工" }, "description": { "en": "Looks for safety." } } },
            "LeadChannel": { "Podcast": "podcast" }
        }
        """;

    private const string Portfolio =
        """{ "name": "Small", "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "A", "industry": "Chemicals" } ] }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_word_of_a_file_is_taken_by_the_schema_the_import_and_the_review()
    {
        var (terms, portfolio) = (_folder.Write("terms.json", Terms), _folder.Write("p.json", Portfolio));
        (await ToolProcess.Run("validate", portfolio, "--terms", terms)).Succeeds();
        (await ToolProcess.Run("schema", "portfolio", "--terms", terms)).Succeeds().Should().Contain("\"Chemicals\"").And.Contain("\"Podcast\"");
        (await ToolProcess.Run("review", portfolio, "--terms", terms, "--lang", "zh-Hans")).Succeeds();

        // In a table it is written as people say it, in any language.
        var tables = _folder.Of("tables");
        Directory.CreateDirectory(tables);
        await File.WriteAllTextAsync(
            Path.Combine(tables, "accounts.csv"), "id,industry\nA,化工\nB,Chemicals\n", TestContext.Current.CancellationToken);
        var imported = _folder.Of("imported.json");
        (await ToolProcess.Run(
            "import", "--from", tables, "--terms", terms, "--out", imported, "--name", "P", "--currency", "CNY", "--as-of", "2026-03-31"))
            .Succeeds();
        (await File.ReadAllTextAsync(imported, TestContext.Current.CancellationToken)).Split("\"Chemicals\"").Should().HaveCount(3);
    }

    [Fact]
    public async Task Without_the_file_the_portfolio_is_refused_with_the_way_out() =>
        (await ToolProcess.Run("validate", _folder.Write("p.json", Portfolio))).Fails().Should()
            .Contain("accounts[0].industry: 'Chemicals' is not a CustomerIndustry; expected one of: Manufacturing, Finance, Internet, Government.")
            .And.Contain("keyaccount --terms");

    [Fact]
    public async Task A_file_with_faults_is_refused_with_every_place()
    {
        var file = _folder.Write("terms.json", """{ "CustomerIndustry": { "New energy": "new energy" }, "AccountTier": { "D": "D" } }""");
        (await ToolProcess.Run("schema", "portfolio", "--terms", file)).Fails().Should()
            .Contain("terms.json").And.Contain("CustomerIndustry[\"New energy\"]: its name is 'New energy'; it must be a letter and then letters")
            .And.Contain("AccountTier: there is no open term of this name; it must be one of ActivityType, CustomerIndustry");
        (await ToolProcess.Run("models", "--terms", _folder.Of("none.json"))).FailsInOneLine().Should().Contain("there is no file");
        (await ToolProcess.Run("models", "--terms", "")).FailsInOneLine().Should().Contain("--terms '' is not the name of a file");
    }
}
