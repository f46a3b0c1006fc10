// Uses what trimming could take away: every term in three languages, expressions, settings from JSON and from a configuration, dependency
// injection, a decision table, a document, a review. Terms.cs, which calls Show for every term, is written when this is built.
using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core;
using KeyAccount.Core.DependencyInjection;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reports;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

string[] languages = ["en", "zh-Hans", "zh-Hant"];
Console.OutputEncoding = System.Text.Encoding.UTF8;
Terms.ShowAll();

var facts = new AccountValueFacts
{
    AnnualPurchases = 1_200_000, GrossMarginRate = 0.22, CreditDays = 60, MarketGrowthRate = 0.04, CategorySpend = 3_000_000,
        BudgetTrend = 0.05,
    IndustryInfluence = FactorLevel.High, DebtOverdueDays = 100,
};
var tuned = AccountValue.Standard.With(ScorecardSettings.FromJson(
    """{ "bands": { "A": 72 }, "criteria": { "creditDays": { "weight": 0.4, "scale": { "steps": [ { "raw": 0, "points": 100 }, { "raw": 61, "points": 10 } ] } } } }"""));
var assessment = tuned.Assess(facts);
Console.WriteLine(assessment);
Console.WriteLine(
    $"{tuned.Score(facts):R} {tuned.BandOf(facts)} {tuned.ToExpression().Compile()(facts):R} {tuned.InBand(AccountTier.C).Compile()(facts)}");
foreach (var path in tuned.PathsTo(assessment, AccountTier.A))
    Say(path.Reason);
var document = tuned.Describe(assessment, "zh-Hant");
Console.WriteLine(document.ToJson());
Console.WriteLine($"the document comes back: {Document.FromJson(document.ToJson()) == document}");
Console.WriteLine(new PlainTextRenderer(60).Render(document) + new MarkdownRenderer().Render(document));
Console.WriteLine(tuned.Settings);
var mine = Scorecard.For<Mine, AccountTier>("mine").Criterion("visits", 1, m => m.Visits / m.Weeks, Scale.Linear((0, 0), (10, 100)))
    .Bands((0, AccountTier.C), (50, AccountTier.A)).Build();
Console.WriteLine(mine.Over<Yours>(y => y.Facts).Assess(new(new() { Visits = 12, Weeks = 2 })));

var service = DifferentiatedService.Standard.Decide(new() { Tier = AccountTier.B, Value = ValuePyramidLevel.Gold });
Console.WriteLine(service.Advice);
Say(service.Hits[0].Reason);
Console.WriteLine(DifferentiatedService.Standard.Verify());
foreach (var model in ModelCatalog.All)
    Console.WriteLine($"{model.Id}: {string.Join("; ", model.Defaults)}");

var settings = new Dictionary<string, string?>
{
    ["KeyAccount:Models:accountValue.standard:bands:A"] = "72",
    ["KeyAccount:Models:mine:criteria:visits:scale:linear:0:raw"] = "0",
    ["KeyAccount:Models:mine:criteria:visits:scale:linear:0:points"] = "0",
    ["KeyAccount:Models:mine:criteria:visits:scale:linear:1:raw"] = "20",
    ["KeyAccount:Models:mine:criteria:visits:scale:linear:1:points"] = "100",
    ["KeyAccount:Tenants:acme:Models:accountValue.standard:bands:A"] = "80",
    ["KeyAccount:Terms:CustomerIndustry:Chemicals:name:en"] = "chemicals",
    ["Discounts:A"] = "0.1",
};
using (var host = HostOf(settings))
{
    await host.StartAsync();
    using var scope = host.Services.CreateScope();
    Console.WriteLine(scope.ServiceProvider.GetRequiredService<Scorecard<AccountValueFacts, AccountTier>>().Settings);
    Console.WriteLine(
        scope.ServiceProvider.GetRequiredKeyedService<Scorecard<Mine, AccountTier>>("mine").Score(new() { Visits = 30, Weeks = 2 }));
    Console.WriteLine(scope.ServiceProvider.GetRequiredService<DecisionTable<ServiceStandardFacts, ServiceStandard>>().Id);
    Console.WriteLine(host.Services.GetRequiredService<KeyAccountModels>().For("acme").Review.Value.Bands.InOrder[^1]);
    var portfolio = Portfolio.FromJson(
        """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "Baihe", "value": { "annualPurchases": 1200000, "grossMarginRate": 0.3, "creditDays": 30, "budgetTrend": 0.1, "industryInfluence": "High" } } ] }""");
    Console.WriteLine(scope.ServiceProvider.GetRequiredService<AccountReviewer>().Review(portfolio).ToJson());
    Console.WriteLine(Portfolio.FromJson(
        """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "Baihe", "industry": "Chemicals" } ] }""").Accounts[0].Industry!.DisplayName("en"));
    Console.WriteLine(string.Join(
        ", ", host.Services.GetRequiredService<IConfiguration>().GetSection("Discounts").GetByTerm<AccountTier, decimal>()));
    await host.StopAsync();
}

settings["KeyAccount:Models:accountValue.standard:bands:B"] = "forty";
settings["KeyAccount:Tenants:acme:Model"] = "x";
try
{
    using var faulty = HostOf(settings);
    await faulty.StartAsync();
}
catch (OptionsValidationException e)
{
    Console.WriteLine(string.Join("\n", e.Failures));
}

IHost HostOf(Dictionary<string, string?> values)
{
    var builder = Host.CreateEmptyApplicationBuilder(new());
    builder.Configuration.AddInMemoryCollection(values);
    builder.Services.AddKeyAccount(builder.Configuration.GetSection("KeyAccount")).AddModel(mine);
    return builder.Build();
}

void Say(Text text) => Console.WriteLine(string.Join(" | ", languages.Select(text.In)));

internal static partial class Terms
{
    private static void Show<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>()
        where TTerm : Term<TTerm>
    {
        foreach (var value in Term<TTerm>.InOrder)
        {
            if (Term<TTerm>.FromName(value.Name) != value || Term<TTerm>.FromValue(value.Value) != value)
                throw new InvalidOperationException(value.Name);
            string[] texts =
                [.. new[] { "en", "zh-Hans", "zh-Hant" }.SelectMany(
                    language => new[] { value.DisplayName(language), value.Description(language) })];
            Console.WriteLine($"{typeof(TTerm).Name} {value.Value} {value.Name}: {string.Join(" | ", texts)}");
        }
    }
}

internal sealed record Mine
{
    public double? Visits { get; init; }

    public double? Weeks { get; init; }
}

internal sealed record Yours(Mine Facts);
