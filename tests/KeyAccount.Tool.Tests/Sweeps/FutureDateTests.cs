using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KeyAccount.Core;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Tool.Tests.Sweeps;

/// <summary>Every date of the sample, moved behind the date of the facts: what tells of the past is refused, or pointed out and not
/// counted; what is planned is taken.</summary>
public partial class FutureDateTests
{
    private const int Later = 2030;

    // A tier that is set from a later day on, a quotation that is about to be made, and the day of an account's own facts.
    private static readonly string[] AlsoAhead = ["quotes[].date", "asOf"];

    [Fact]
    public void What_tells_of_the_past_cannot_lie_ahead_unnoticed()
    {
        var planned = AccountFile.Columns.Concat(AccountTopic.Ready.SelectMany(topic => topic.Columns)).Where(column => column.IsPlanned)
            .Select(column => column.Path).Concat(AlsoAhead).ToHashSet(StringComparer.Ordinal);
        var sample = Sample();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var unnoticed = new List<string>();
        foreach (var account in sample["accounts"]!.AsArray().Select(each => each!.AsObject()))
        {
            foreach (var (path, place) in DatesOf(account, "").ToArray())
            {
                var kind = Index().Replace(path, "[]");
                if (!planned.Contains(kind) && seen.Add(kind) && !IsNoticed(sample, account, path, place))
                    unnoticed.Add(path);
            }
        }

        unnoticed.Should().BeEmpty();
        seen.Should().HaveCountGreaterThan(30).And.Contain(["cooperation.meetings[].on", "visits[].on", "purchases[].month", "tierState.since"]);
    }

    [Theory]
    [InlineData(2025, true)]
    [InlineData(2026, false)]
    public void A_company_is_not_founded_after_the_year_of_the_facts(int year, bool isPossible)
    {
        var json = $$"""{ "currency": "CNY", "asOf": "2025-12-31", "accounts": [ { "id": "a", "company": { "founded": {{year}} } } ] }""";
        if (isPossible)
            Portfolio.FromJson(json).Accounts.Should().ContainSingle();
        else
        {
            FluentActions.Invoking(() => Portfolio.FromJson(json)).Should().Throw<InvalidModelException>().Which.Faults
                .Select(fault => (fault.Path, fault.Message)).Should()
                .Equal(("accounts[0].company.founded", "it is 2026; it must be 2025 (the year of the facts) or earlier"));
        }
    }

    private static bool IsNoticed(JsonObject sample, JsonObject account, string path, JsonValue place)
    {
        var old = place.GetValue<string>();
        var moved = JsonValue.Create($"{Later}{old[4..]}");
        place.ReplaceWith(moved);
        try
        {
            var whole = new JsonObject
            {
                ["version"] = sample["version"]?.DeepClone(), ["currency"] = sample["currency"]!.DeepClone(),
                ["asOf"] = sample["asOf"]!.DeepClone(), ["accounts"] = new JsonArray(account.DeepClone()),
            };
            ((JsonObject)whole["accounts"]![0]!).Remove("parent");
            var review = new AccountReviewer().Review(Portfolio.FromJson(whole.ToJsonString())).Accounts[0];
            return review.Warnings.Any(warning => warning.Path == path);
        }
        catch (InvalidModelException e)
        {
            return e.Faults.Count > 0;
        }
        finally
        {
            moved.ReplaceWith(JsonValue.Create(old));
        }
    }

    private static IEnumerable<(string Path, JsonValue Place)> DatesOf(JsonNode? node, string path) => node switch
    {
        JsonObject part => part.ToArray().SelectMany(
            each => DatesOf(each.Value, path.Length == 0 ? each.Key : $"{path}.{each.Key}")),
        JsonArray list => list.ToArray().SelectMany((each, i) => DatesOf(each, $"{path}[{i}]")),
        JsonValue value when value.TryGetValue<string>(out var text) && Date().IsMatch(text) => [(path, value)],
        _ => [],
    };

    private static JsonObject Sample()
    {
        using var stream = typeof(KeyAccount.Tool.Terminal.ToolException).Assembly.GetManifestResourceStream("KeyAccount.Tool.Samples.portfolio.json")!;
        return JsonNode.Parse(
            stream, documentOptions: new() { AllowTrailingCommas = true, CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!
            .AsObject();
    }

    [GeneratedRegex(@"^\d{4}-\d\d(-\d\d)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();
}
