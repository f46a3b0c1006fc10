using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.Tests.House;

/// <summary>Every text of the account file says whether it is about a person, and any part of a file is a file.</summary>
public class PrivacyRulesTests
{
    private static readonly JsonObject Sample = JsonNode.Parse(
        File.ReadAllText(Path.Combine(SourceFiles.Root, "src", "KeyAccount.Tool", "Samples", "portfolio.json")))!.AsObject();

    [Fact]
    public void Every_text_of_the_account_file_says_whether_it_is_personal() =>
        Silent(typeof(Portfolio), []).Should().BeEmpty("[Privacy] says it where the property is declared");

    [Fact]
    public void The_rule_finds_a_text_that_says_nothing() =>
        Silent(typeof(Careless), []).Should().Equal("Careless.Remark", "Careless.Remarks");

    // The members an object needs are those of its constructor or marked as required; everything else may be unknown.
    [Fact]
    public void Any_subset_of_what_is_known_is_a_valid_file() =>
        Check.One(Seeded.Cases(200), Prop.ForAll(ArbMap.Default.ArbFor<int>(), IsValidInPart));

    private static void IsValidInPart(int seed)
    {
        var random = new Random(seed);
        var accounts = Sample["accounts"]!.AsArray();
        var account = accounts[random.Next(accounts.Count)]!.DeepClone().AsObject();
        foreach (var name in account.Select(member => member.Key).Where(name => name != "id" && random.Next(2) == 0).ToArray())
            account.Remove(name);

        foreach (var part in (string[])["value", "relationship", "organisation", "switchingCost", "competitorBarrier", "loyalty"])
        {
            foreach (var name in account[part] is JsonObject facts ? facts.Select(member => member.Key).Where(_ => random.Next(2) == 0).ToArray() : [])
                account[part]!.AsObject().Remove(name);
        }

        foreach (var contact in account["contacts"] is JsonArray contacts ? contacts.OfType<JsonObject>() : [])
        {
            foreach (var name in contact.Select(member => member.Key).Where(name => name != "id" && random.Next(2) == 0).ToArray())
                contact.Remove(name);
        }

        var portfolio = Portfolio.FromJson(new JsonObject
        {
            ["currency"] = "CNY", ["asOf"] = "2025-12-31", ["accounts"] = new JsonArray(account),
        }.ToJsonString());
        new AccountReviewer(ReviewModels.For(portfolio)).Review(portfolio).Accounts.Should().ContainSingle();
        Redaction.Redact(portfolio).FaultsOf().Should().BeEmpty();
    }

    private static IEnumerable<string> Silent(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            yield break;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0 || property.GetCustomAttribute<System.Text.Json.Serialization.JsonIgnoreAttribute>() is not null)
                continue;
            var isText = property.PropertyType == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(property.PropertyType);
            if (isText && property.GetCustomAttribute<PrivacyAttribute>() is null)
                yield return $"{type.Name}.{property.Name}";
            var part = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
            if (isText || part == typeof(TopicValue) || part.Assembly != typeof(Portfolio).Assembly || IsTerm(part))
                continue;
            foreach (var silent in Silent(part, seen))
                yield return silent;
        }
    }

    private static bool IsTerm(Type type) =>
        type.IsEnum || (type.BaseType is { } parent && (parent.Name.StartsWith("Term`", StringComparison.Ordinal) || IsTerm(parent)));

    private sealed record Careless
    {
        public string? Remark { get; init; }

        public IReadOnlyList<string> Remarks { get; init; } = [];

        [Privacy(Privacy.NotPersonal)]
        public string? Said { get; init; }
    }
}
