using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.Tests.Reviews;

public class FileFormatTests
{
    // A history that has not happened: version 3 calls the owner of an account its manager, version 4 the currency its money.
    private static readonly FileFormat Later = new(
        "portfolio",
        new FileMigration(),
        new FileMigration(Account: account => Rename(account, "owner", "manager")),
        new FileMigration(Head: head => Rename(head, "currency", "money")));

    private static readonly FileFormat Third = new(
        "portfolio", new FileMigration(), new FileMigration(Account: account => Rename(account, "owner", "manager")));

    [Theory]
    [InlineData("{}", "settings", 1)]
    [InlineData("""{ "version": 2 }""", "settings", 2)]
    [InlineData("""{ "accountValue.standard": { } }""", "settings", 1)]
    [InlineData("""{ "asOf": "2026-01-01", "version": 1 }""", "portfolio", 1)]
    [InlineData("""{ "version": 2, "accounts": [] }""", "portfolio", 2)]
    [InlineData("""{ "accounts": [], "models": { } }""", "review", 1)]
    [InlineData("""{ "asOf": "2026-01-01", "accounts": [], "members": [] }""", "team", 1)]
    [InlineData("""{ "asOf": "2026-01-01", "opportunities": [] }""", "team", 1)]
    public void A_file_is_told_by_what_it_holds(string json, string format, int version)
    {
        var told = FileFormat.Inspect(StreamOf(json));
        (told.Format.Name, told.Version, told.IsCurrent).Should().Be((format, version, version == told.Format.Version));
    }

    [Theory]
    [InlineData("{}", "{\"version\": 2}")]
    [InlineData("{ \"asOf\": 1 } // end\n", "{ \"version\": 3, \"asOf\": 1 } // end\n")]
    [InlineData("{\n\t\"asOf\": 1, /* so */\n}\n\n", "{\n\t\"version\": 3,\n\t\"asOf\": 1, /* so */\n}\n\n")]
    [InlineData("\uFEFF{\"accounts\":[],\"version\":1,\"asOf\":2}", "\uFEFF{\"accounts\":[],\"version\":3,\"asOf\":2}")]
    [InlineData("{ \"version\": 2, \"x\": [ 1 ] }", "{ \"version\": 2, \"x\": [ 1 ] }")]
    public void Only_the_version_changes_where_nothing_else_does(string before, string after)
    {
        using var target = new MemoryStream();
        FileFormat.Upgrade(StreamOf(before), target);
        Encoding.UTF8.GetString(target.ToArray()).Should().Be(after);
    }

    [Fact]
    public void An_account_that_changes_is_written_anew_and_the_rest_is_copied()
    {
        const string Before = "{ \"asOf\": 1, // day\n \"accounts\": [ { \"id\": \"a\", \"owner\": \"吴\" }, /* b */ 7, { \"id\": \"b\" } ], \"version\": 2 }";
        var after = Upgraded(Third, Before, out var was);
        was.Should().Be(2);
        after.Should().StartWith("{ \"asOf\": 1, // day\n \"accounts\": [ {").And.Contain("/* b */ 7, {").And.EndWith(" ], \"version\": 3 }")
            .And.Contain("\"manager\": \"吴\"").And.NotContain("owner");
        Parsed(after).Should().Be(Parsed("""{"asOf":1,"accounts":[{"id":"a","manager":"吴"},7,{"id":"b"}],"version":3}"""));
    }

    [Fact]
    public void A_head_that_changes_is_written_anew_with_every_account()
    {
        var after = Upgraded(Later, """{ "currency": "CNY", "accounts": [ { "id": "a", "owner": "x" }, { "id": "b" } ], "asOf": [ 1 ] }""", out var was);
        was.Should().Be(1);
        Parsed(after).Should().Be(Parsed("""{"version":4,"accounts":[{"id":"a","manager":"x"},{"id":"b"}],"asOf":[1],"money":"CNY"}"""));
        Parsed(Upgraded(Later, after, out was)).Should().Be(Parsed(after), "what is current is copied");
        was.Should().Be(4);
    }

    [Fact]
    public void A_property_that_stands_twice_cannot_be_upgraded()
    {
        const string Json = """{ "currency": "CNY", "currency": "EUR", "accounts": [] }""";
        FluentActions.Invoking(() => Upgraded(Later, Json, out _)).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle().Which.Message.Should().Contain("is duplicated");
    }

    [Fact]
    public void A_host_reads_an_older_stream()
    {
        const string Json = """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a" } ] }""";
        var file = PortfolioFile.Read(StreamOf(Json));
        file.Head.Version.Should().Be(FileFormat.Portfolio.Version);
        Portfolio.FromJson(Json).Should().Be(Portfolio.FromJson(Portfolio.FromJson(Json).ToJson()));
        Portfolio.FromJson(Json).ToJson().Should().StartWith("{\n  \"version\": 3,");
    }

    [Theory]
    [InlineData("competitors")]
    [InlineData("c\\u006fmpetitors")]
    public void What_version_2_called_competitors_is_found_however_its_name_is_written(string name)
    {
        var json = $$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "{{name}}": [ { "name": "Rival" } ] } ] }""";
        PortfolioFile.Read(StreamOf(json)).Read(0).Rivals.Should().ContainSingle().Which.Id.Should().Be("Rival");
        Portfolio.FromJson(json).Accounts[0].Rivals.Should().ContainSingle().Which.Id.Should().Be("Rival");
    }

    [Fact]
    public void An_account_without_competitors_is_copied_with_its_comments_and_its_faults()
    {
        const string Account = "{ \"id\": \"a\", /* a text, not a name: rivals */ \"owner\": \"\\ud800\", \"owner\": 7 }";
        Upgraded(FileFormat.Portfolio, $"{{\"accounts\":[{Account.Replace("\\ud800", "x", StringComparison.Ordinal)}]}}", out _)
            .Should().Be($"{{\"version\": 3,\"accounts\":[{Account.Replace("\\ud800", "x", StringComparison.Ordinal)}]}}");
        FluentActions.Invoking(() => Upgraded(FileFormat.Portfolio, $"{{\"accounts\":[{Account}]}}", out _))
            .Should().Throw<InvalidModelException>("an escape may hide a name, and a duplicated property cannot be upgraded");
    }

    private static string Upgraded(FileFormat format, string json, out int was)
    {
        using var target = new MemoryStream();
        was = format.UpgradeFile(StreamOf(json), target);
        return Encoding.UTF8.GetString(target.ToArray());
    }

    private static void Rename(JsonObject part, string from, string to)
    {
        if (part.Remove(from, out var value))
            part[to] = value;
    }

    private static string Parsed(string json) => JsonNode.Parse(
        json, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!.ToJsonString();

    private static MemoryStream StreamOf(string json) => new(Encoding.UTF8.GetBytes(json));
}
