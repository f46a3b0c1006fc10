using System.Text.Json.Nodes;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NodaTime;

namespace KeyAccount.Core.AspNetCore.Tests;

/// <summary>The OpenAPI document: what it says of terms, dates and facts; whether it is one; what a client is that is made of it.</summary>
public class OpenApiTests
{
    private static readonly Lazy<Task<(Service Service, string Json)>> Shared = new(async () =>
    {
        var service = await Start(OpenApiSpecVersion.OpenApi3_1);
        return (service, (await service.Get("/openapi/v1.json")).IsOk().Body);
    });

    private static Task<Service> Start(OpenApiSpecVersion version, string? language = null) => Service.Start(
        services: services => services.AddOpenApi(options =>
        {
            options.OpenApiVersion = version;
            if (language is null)
                options.AddKeyAccount();
            else
                options.AddKeyAccount(language);
        }),
        map: app =>
        {
            app.MapOpenApi();
            app.MapPost("/own/calendar", (Calendar calendar) => calendar);
        },
        hasTenants: false);

    private static async Task<JsonNode> Schema(string name)
    {
        var (_, json) = await Shared.Value;
        return JsonNode.Parse(json)!["components"]!["schemas"]![name] ?? throw new InvalidOperationException($"There is no schema {name}.");
    }

    [Theory]
    [InlineData(OpenApiSpecVersion.OpenApi3_0)]
    [InlineData(OpenApiSpecVersion.OpenApi3_1)]
    public async Task It_is_a_document_without_faults(OpenApiSpecVersion version)
    {
        var read = OpenApiDocument.Parse(version == OpenApiSpecVersion.OpenApi3_1 ? (await Shared.Value).Json : await Older());
        read.Diagnostic!.Errors.Should().BeEmpty();
        read.Diagnostic.Warnings.Should().BeEmpty();
        read.Diagnostic.SpecificationVersion.Should().Be(version);
        read.Document!.Paths.Should().HaveCountGreaterThan(100);
        var ids = read.Document.Paths.Values.SelectMany(path => path.Operations!.Values).Select(operation => operation.OperationId).ToArray();
        ids.OfType<string>().Should().OnlyHaveUniqueItems().And.Contain(["AssessAccountValueStandard", "DecideLadderMoves", "Review", "Models"]);

        async Task<string> Older()
        {
            await using var service = await Start(version);
            return (await service.Get("/openapi/v1.json")).IsOk().Body;
        }
    }

    [Fact]
    public async Task No_schema_says_nothing_and_no_number_is_a_text()
    {
        var (_, json) = await Shared.Value;
        var silent = new List<string>();
        foreach (var (name, schema) in JsonNode.Parse(json)!["components"]!["schemas"]!.AsObject())
            Look(schema!, name);
        silent.Should().BeEquivalentTo(["PortfolioReview.reading"], "that is JSON of any form");

        void Look(JsonNode node, string path)
        {
            string[] telling = ["type", "$ref", "oneOf", "anyOf", "allOf", "enum"];
            if (node is not JsonObject schema || !telling.Any(schema.ContainsKey))
                silent.Add(path);
            if (node["type"] is JsonArray types && types.Any(type => (string)type! is "number" or "integer"))
                types.Select(type => (string)type!).Should().NotContain("string", path);
            foreach (var (name, member) in node["properties"] as JsonObject ?? [])
                Look(member!, $"{path}.{name}");
            if (node["items"] is { } item)
                Look(item, $"{path}[]");
            if (node["additionalProperties"] is JsonObject each)
                Look(each, $"{path}.*");
        }
    }

    [Fact]
    public async Task A_term_is_its_names_with_what_they_mean()
    {
        var tier = await Schema("AccountTier");
        ((string)tier["type"]!).Should().Be("string");
        tier["enum"]!.AsArray().Select(name => (string)name!).Should().Equal("A", "B", "C");
        tier["x-enum-descriptions"]!.AsArray().Should().HaveCount(3);
        var band = (await Schema("AssessmentOfAccountTier"))["properties"]!["band"]!;
        band["oneOf"]!.AsArray().Select(each => (string?)(each!["type"] ?? each["$ref"]))
            .Should().Equal("null", "#/components/schemas/AccountTier");
        ((string)(await Schema("ModelKind"))["type"]!).Should().Be("string");
    }

    [Fact]
    public async Task Dates_are_the_text_they_are()
    {
        var calendar = (await Schema("Calendar"))["properties"]!;
        ((string)calendar["day"]!["format"]!).Should().Be("date");
        ((string)calendar["free"]!["items"]!["format"]!).Should().Be("date");
        calendar["until"]!["type"]!.AsArray().Select(type => (string)type!).Should().BeEquivalentTo("null", "string");
        ((string)calendar["until"]!["format"]!).Should().Be("date");
        calendar["month"]!["pattern"].Should().NotBeNull();
        ((string)calendar["at"]!["format"]!).Should().Be("date-time");
        calendar["notice"]!["pattern"].Should().NotBeNull();
        ((string)(await Schema("Portfolio"))["properties"]!["asOf"]!["format"]!).Should().Be("date");
    }

    [Fact]
    public async Task A_fact_has_its_range_its_unit_and_whether_it_is_personal()
    {
        var facts = (await Schema("AccountValueFacts"))["properties"]!;
        ((double)facts["grossMarginRate"]!["maximum"]!).Should().Be(1);
        ((string)facts["grossMarginRate"]!["x-unit"]!).Should().Be("Fraction");
        ((string)facts["grossMarginRate"]!["description"]!).Should().Contain("0.35 is 35 per cent");
        facts["creditDays"]!["type"]!.AsArray().Select(type => (string)type!).Should().BeEquivalentTo("null", "number");
        ((bool)(await Schema("Contact"))["properties"]!["name"]!["x-personal"]!).Should().BeTrue();
        (await Schema("StakeholderRole"))["x-personal"].Should().BeNull("that holds of a property, not of the term");
        ((int)(await Schema("Portfolio"))["properties"]!["version"]!["default"]!).Should().Be(FileFormat.Portfolio.Version);
    }

    [Fact]
    public async Task Kinds_of_a_block_are_blocks()
    {
        (await Schema("Block"))["anyOf"].Should().BeNull();
        ((string)(await Schema("Block"))["discriminator"]!["propertyName"]!).Should().Be("kind");
        ((string)(await Schema("BlockTable"))["allOf"]![0]!["$ref"]!).Should().Be("#/components/schemas/Block");
        (await Schema("Table"))["properties"]!["columns"]!["items"].Should().NotBeNull();
    }

    [Fact]
    public async Task Terms_are_described_in_another_language_on_request()
    {
        await using var service = await Start(OpenApiSpecVersion.OpenApi3_1, "zh-CN");
        var tier = (await service.Get("/openapi/v1.json")).IsOk().Json["components"]!["schemas"]!["AccountTier"]!;
        ((string)tier["x-enum-descriptions"]![0]!).Should().Contain(AccountTier.A.DisplayName("zh-Hans"));
    }

    [Fact]
    public async Task A_generated_client_asks_every_operation()
    {
        var (service, json) = await Shared.Value;
        var client = await GeneratedClient.From(json, service.Client);
        client.Operations.Should().HaveCountGreaterThan(100);
        var refused = new List<string>();
        foreach (var operation in client.Operations)
        {
            try
            {
                var answer = await client.Ask(operation, BodyOf(operation.Name));
                answer.Should().NotBeNull();
            }
            catch (Exception e) when (e.GetType().Name.StartsWith("ApiException", StringComparison.Ordinal))
            {
                // A typed problem with its faults: these facts have parts that must be there.
                var problem = e.GetType().GetProperty("Result")?.GetValue(e) ?? throw new InvalidOperationException(operation.Name, e);
                ((System.Collections.ICollection)problem.GetType().GetProperty("Faults")!.GetValue(problem)!).Count
                    .Should().BePositive(operation.Name);
                refused.Add(operation.Name);
            }
        }

        refused.Should().HaveCountLessThan(10).And.NotContain(["ReviewAsync", "ImpactAsync", "GradeAsync", "ModelsAsync"]);

        var review = await client.Ask(client.Operations.Single(each => each.Name == "ReviewAsync"), BodyOf("ReviewAsync"));
        Of(Of(review, "Review"), "Accounts").Should().BeAssignableTo<System.Collections.IEnumerable>()
            .Which.Cast<object>().Should().HaveCountGreaterThan(5);
        var explained = await client.Ask(
            client.Operations.Single(each => each.Name == "ExplainAccountValueStandardAsync"), """{ "annualPurchases": 1200000 }""");
        Of(Of(explained, "Assessment"), "ModelId").Should().Be("accountValue.standard");

        static object Of(object owner, string property) => owner.GetType().GetProperty(property)!.GetValue(owner)!;
    }

    private static string? BodyOf(string operation) => operation switch
    {
        "ModelsAsync" => null,
        "ReviewAsync" => Bodies.Portfolio,
        "ImpactAsync" => $$"""{ "portfolio": {{Bodies.Portfolio}}, "settings": { "accountValue.standard": { "bands": { "A": 80 } } } }""",
        "GradeAsync" => """{ "accounts": [ { "id": "a", "revenue": 3 }, { "id": "b", "revenue": 1 } ] }""",
        "OwnCalendarAsync" or "CalendarAsync" => """{ "day": "2026-03-31", "free": [], "month": "2026-03", "at": "2026-03-31T08:00:00Z", "notice": "P3M" }""",
        _ => "{}",
    };

    internal sealed record Calendar(
        LocalDate Day, LocalDate? Until, IReadOnlyList<LocalDate> Free, YearMonth Month, Instant At, Period Notice);
}
