using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core;
using KeyAccount.Core.Bidding;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Sql;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Winback;

namespace KeyAccount.Tool.Tests.Sweeps;

/// <summary>The files in JSON that are read, by their kinds: a sound one, and how it is used.</summary>
internal static class ReadFiles
{
    private const string Mapping = """
        { "tables": { "accounts": { "id": { "from": "Kunde" }, "grossMarginRate": { "from": "Marge", "unit": "percent" } },
          "contacts": { "account": { "from": "Kunde" }, "role": { "from": "Rolle", "values": { "Chef": "KDM" } } } } }
        """;

    private static readonly Lazy<PortfolioReview> Review = new(() =>
    {
        var portfolio = Portfolio.FromJson(Sample("portfolio"));
        var small = portfolio with { Accounts = [portfolio.Accounts[0]] };
        return new AccountReviewer(ReviewModels.For(small)).Review(small);
    });

    public static readonly IReadOnlyDictionary<string, (Func<string> Sound, Action<string> Use)> Kinds =
        new Dictionary<string, (Func<string> Sound, Action<string> Use)>(StringComparer.Ordinal)
        {
            ["plan"] = (() => Sample("plan"), json => PlanFile.FromJson(json).ToJson()),
            ["team"] = (() => Sample("team"), json => TeamFile.FromJson(json).ToJson()),
            ["tender"] = (() => Sample("tender"), json => Tender.FromJson(json).ToJson()),
            ["mapping"] = (() => Mapping, json => ImportMapping.FromJson(json).ToJson()),
            ["table"] = (
                () => DecisionTables.First().Settings.ToJson(),
                json => DecisionTables.First().With(DecisionTableSettings.FromJson(json))),
            ["stability"] = (() => new ReviewModels().Stability.Settings.ToJson(), json => new ReviewModels().Stability.With(TierStabilitySettings.FromJson(json))),
            ["guardrails"] = (
                () => new ReviewModels().Guardrails.Settings.ToJson(), json => new ReviewModels().Guardrails.With(PriceGuardrailSettings.FromJson(json))),
            ["warning"] = (() => new ReviewModels().WarningThresholds.Settings.ToJson(), json => new ReviewModels().WarningThresholds.With(WarningSettings.FromJson(json))),
            ["lifetime"] = (() => new ReviewModels().Lifetime.Settings.ToJson(), json => new ReviewModels().Lifetime.With(LifetimeSettings.FromJson(json))),
            ["history"] = (() => RecordedReview.Of(Review.Value).ToJson(), json => RecordedReview.FromJson(json).ToJson()),
            ["columns"] = (Columns, json => SqlSource.FromJson(json)),
            ["terms"] = (() => """{ "SweptTerm": { "Steel": "steel", "Glass": { "name": { "en": "glass", "de": "Glas" }, "description": { "en": "Panes." } } } }""", Terms),
            ["settings"] = (() => $$"""{ "accountValue": {{AccountValue.Standard.Settings.ToJson()}} }""", json => new ReviewModels().With(SettingsFile.FromJson(json))),
            ["portfolio"] = (
                () => Sample("portfolio"),
                json =>
                {
                    var portfolio = Portfolio.FromJson(json);
                    _ = new AccountReviewer(ReviewModels.For(portfolio)).Review(portfolio).ToJson();
                    _ = PortfolioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
                }),
            ["review"] = (() => Review.Value.ToJson(), json => ReviewSnapshot.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)))),
            ["document"] = (() => Review.Value.Describe().ToJson(), json => Document.FromJson(json).ToJson()),
        };

    private static IEnumerable<IDecisionTable> DecisionTables => ModelCatalog.All.OfType<IDecisionTable>();

    /// <summary>A sample of the tool, as JSON without comments.</summary>
    public static string Sample(string name)
    {
        using var stream = typeof(KeyAccount.Tool.Terminal.ToolException).Assembly.GetManifestResourceStream($"KeyAccount.Tool.Samples.{name}.json")!;
        using var document = JsonDocument.Parse(stream, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        return JsonSerializer.Serialize(document.RootElement);
    }

    // A draft with a column for each fact: those that it leaves open are named.
    private static string Columns() => SqlSource.DraftFor(AccountValue.Standard);

    private static void Terms(string json) => new OpenTerms().With<SweptTerm>().Add(json);
}

/// <summary>An open term that only sweeps add values to.</summary>
[JsonConverter(typeof(TermJsonConverter<SweptTerm>))]
public sealed class SweptTerm : OpenTerm<SweptTerm>, IOpenTerm<SweptTerm>
{
    public static readonly SweptTerm Wood = new(nameof(Wood), 1);

    private SweptTerm(string name, int value)
        : base(name, value)
    {
    }

    static SweptTerm IOpenTerm<SweptTerm>.Create(string name, int value) => new(name, value);
}
