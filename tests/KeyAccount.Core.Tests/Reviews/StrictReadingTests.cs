using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Tests.House;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>A file that is sound is read at once, and any other slowly, with all its faults. A comment, which is allowed and says nothing,
/// has it read slowly: both ways take the same files, and read the same from them.</summary>
[Trait("Frameworks", "all")]
public class StrictReadingTests
{
    private static readonly Lazy<JsonObject> Sample = new(() => JsonNode.Parse(
        File.ReadAllText(Path.Combine(SourceFiles.Root, "src", "KeyAccount.Tool", "Samples", "portfolio.json")))!.AsObject());

    [Fact]
    public void The_sample_is_read_alike() =>
        Portfolio.FromJson(Sample.Value.ToJsonString()).Should().Be(Portfolio.FromJson("/* slowly */" + Sample.Value.ToJsonString()));

    [Theory]
    [InlineData("""{ "id": "A", "value": { "annualPurchases": 5, "annualPurchases": 6 } }""", "accounts[0].value.annualPurchases")]
    [InlineData("""{ "id": "A", "value": { "annualPurchases": 5, "annual\u0050urchases": 6 } }""", "accounts[0].value.annualPurchases")]
    [InlineData("""{ "id": "A", "value": { "annualPurchase": 5 } }""", "accounts[0].value.annualPurchase")]
    [InlineData("""{ "id": "A", "Value": { } }""", "accounts[0].Value")]
    [InlineData("""{ "id": "A", "value": { "grossMarginRate": 1e999 } }""", "accounts[0].value.grossMarginRate")]
    [InlineData("""{ "id": "A", "contacts": [ null ] }""", "accounts[0].contacts[0]")]
    [InlineData("""{ "id": null }""", "accounts[0].id")]
    [InlineData("""{ "name": "A" }""", "accounts[0].id")]
    public void What_the_serializer_would_take_without_a_word_is_refused(string account, string place)
    {
        var json = $$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ {{account}} ] }""";

        FluentActions.Invoking(() => Portfolio.FromJson(json)).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.Path).Should().Contain(place);
        FluentActions.Invoking(() => PortfolioFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.Path).Should().Contain(place);
    }

    [Fact]
    public void A_property_that_is_never_written_is_unknown_both_ways()
    {
        var places = 0;
        var unlike = new List<string>();
        foreach (var (path, name) in Sample.Value["accounts"]!.AsArray().SelectMany(
            (account, i) => Ignored(account!, typeof(AccountFile), [i.ToString(CultureInfo.InvariantCulture)])).DistinctBy(each => each.Name))
        {
            places++;
            var account = Sample.Value["accounts"]![int.Parse(path[0], CultureInfo.InvariantCulture)]!.DeepClone();
            path.Skip(1).Aggregate(account, At).AsObject()[name] = 1;
            var whole = new JsonObject
            {
                ["currency"] = "CNY", ["asOf"] = Sample.Value["asOf"]!.DeepClone(), ["accounts"] = new JsonArray(account),
            };
            if (IsRead(whole.ToJsonString()) != IsRead("/* slowly */" + whole.ToJsonString()))
                unlike.Add($"{string.Join('.', path)}.{name}");
        }

        unlike.Should().BeEmpty();
        places.Should().BeGreaterThan(10);
    }

    private static bool IsRead(string json)
    {
        try
        {
            _ = PortfolioFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)));
            _ = Portfolio.FromJson(json);
            return true;
        }
        catch (InvalidModelException)
        {
            return false;
        }
    }

    private static JsonNode At(JsonNode node, string name) =>
        (node is JsonArray items ? items[int.Parse(name, CultureInfo.InvariantCulture)] : node[name])!;

    // The properties that are not part of the file, of every kind of object that is in it.
    private static IEnumerable<(string[] Path, string Name)> Ignored(JsonNode node, Type type, string[] path)
    {
        if (node is JsonArray items && ItemOf(type) is { } item)
            return items.SelectMany((each, i) => Ignored(each!, item, [.. path, i.ToString(CultureInfo.InvariantCulture)]));
        if (node is not JsonObject members || type.Assembly != typeof(AccountFile).Assembly)
            return [];
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        return properties.Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Always })
            .Select(property => (path, JsonNamingPolicy.CamelCase.ConvertName(property.Name)))
            .Concat(properties.SelectMany(property =>
                members[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] is { } value
                    ? Ignored(value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, [.. path, JsonNamingPolicy.CamelCase.ConvertName(property.Name)])
                    : []));
    }

    private static Type? ItemOf(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) && type.IsGenericType
        ? type.GetGenericArguments()[0]
        : null;
}
