using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>Settings files of all kinds of models.</summary>
public class SettingsFileTests
{
    public static TheoryData<string> Numbers => [.. ModelCatalog.All.OfType<ITunableModel>().Select(model => model.Id)];

    [Fact]
    public void A_file_tunes_scorecards_tables_and_numbers()
    {
        var settings = SettingsFile.FromJson("""
            {
              "version": 2,
              "accountValue.standard": { "bands": { "A": 72 } },
              "complaintDeadlines.standard": { "version": "acme", "rules": [
                { "id": "a", "advice": { "answer": "P0D", "solution": "P3D", "followUp": "P7D" } }, { "id": "b" }, { "id": "c" }, { "id": "ungraded" } ] },
              "tierStability": { "periods": 3, "minimumStay": "P6M" },
              "priceGuardrails.standard": { "walkAwayMargin": 0.05, "tiers": { "A": { "salesperson": 0.1 } } },
              "review.risk": { "bands": { "High": 50 } },
              "winback.thresholds": { "daysLate": 30 }
            }
            """);
        settings.Count.Should().Be(6);
        SettingsFile.FromJson(SettingsFile.ToJson(settings)).Should().Be(settings);

        var models = new ReviewModels().With(settings);
        models.Value.Settings.Bands["A"].Should().Be(72);
        models.ComplaintDeadlines.Version.Should().Be("acme");
        models.ComplaintDeadlines.Decide(new() { Tier = AccountTier.A }).Advice!.Solution.Should().Be(Period.FromDays(3));
        (models.Stability.Periods, models.Stability.MinimumStay, models.Stability.PromotionMargin).Should().Be((3, Period.FromMonths(6), 3));
        models.Stability.Version.Should().StartWith("1+");
        (models.Guardrails.WalkAwayMargin, models.Guardrails.Of(AccountTier.A).Salesperson, models.Guardrails.Of(AccountTier.A).SalesManager)
            .Should().Be((0.05m, 0.1m, PriceGuardrails.Standard.Of(AccountTier.A).SalesManager));
        models.Guardrails.Of(AccountTier.A).Provenance!.Kind.Should().Be(KeyAccount.Core.Terms.ProvenanceKind.Settings);
        models.Risk.Bands.Of(45).Should().Be(RiskLevel.Medium);
        models.WarningThresholds.DaysLate.Should().Be(30);
        models.Versions["complaintDeadlines.standard"].Should().Be("acme");
    }

    [Fact]
    public void A_ready_table_that_no_review_asks_joins_the_models()
    {
        var settings = new ModelSettings
        {
            Tables = new Dictionary<string, DecisionTableSettings> { ["pricingPolicy.strategy"] = new() { Version = "ours" } },
        };
        new ReviewModels().With(settings).Of(PricingPolicy.Strategy).Version.Should().Be("ours");
    }

    [Fact]
    public void Every_fault_of_every_kind_is_told_at_once_with_its_place()
    {
        var settings = SettingsFile.FromJson("""
            {
              "complaintDeadlines.standard": { "rules": [ { "id": "a", "when": [ { "Tier": "D" } ] }, { "id": "b" }, { "id": "x" } ] },
              "tierStability": { "periods": 0, "promotionMargin": 101, "stay": 1 },
              "priceGuardrails.standard": { "tiers": { "D": {}, "A": { "salesperson": 2 } } },
              "review.risk": { "bands": { "High": 10, "Huge": 90 } }
            }
            """);
        FluentActions.Invoking(() => new ReviewModels().With(settings)).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.ToString()).Should().BeEquivalentTo(
            "[\"complaintDeadlines.standard\"].rules[\"a\"].when[0][\"Tier\"]: D is not one of the values of Tier; it must be any, or some of A, B, C, unknown",
            "[\"complaintDeadlines.standard\"].rules[\"x\"].when: it is missing; a new rule needs a condition",
            "[\"complaintDeadlines.standard\"].rules[\"x\"].advice: it is missing; a new rule needs advice",
            "[\"tierStability\"].stay: there is no such property; it must be one of version, promotionMargin, demotionMargin, periods, minimumStay",
            "[\"tierStability\"].periods: it is 0; it must be at least 1",
            "[\"tierStability\"].promotionMargin: it is 101; it must be between 0 and 100 (points)",
            "[\"priceGuardrails.standard\"].tiers[\"D\"]: there is no such tier; it must be one of A, B, C, ungraded",
            "[\"priceGuardrails.standard\"].tiers[\"A\"].salesManager: 0.15 is below the salesperson's 2",
            "[\"review.risk\"].bands[\"Huge\"]: the model has no such band; it must be one of Low, Medium, High",
            "[\"review.risk\"].bands: they are in a different order: Low, High, Medium; from the lowest it must be Low, Medium, High");
    }

    // Each kind of fault is looked for after the other: a wrong property, a wrong type, a range, the version, what numbers must be to each other.
    [Fact]
    public void All_faults_of_a_model_of_numbers_are_told_at_once()
    {
        var settings = SettingsFile.FromJson("""
            {
              "tierStability": { "version": "", "promotionMargin": -3, "demotionMargin": "x", "periods": 0, "minimumStay": "P-3M", "nope": 1 },
              "priceGuardrails.standard": { "version": " ", "walkAwayMargin": 0.22, "costOfCapital": -1, "tiers": { "A": { "salesManager": "x", "salesperson": 0.5 }, "Z": {} } },
              "winback.thresholds": { "version": "", "overdueRatio": -1, "nope": 1 },
            }
            """);
        FluentActions.Invoking(() => new ReviewModels().With(settings)).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.Path).Should().BeEquivalentTo(
                "[\"tierStability\"].version", "[\"tierStability\"].promotionMargin", "[\"tierStability\"].demotionMargin",
                "[\"tierStability\"].periods", "[\"tierStability\"].minimumStay", "[\"tierStability\"].nope",
                "[\"priceGuardrails.standard\"].version", "[\"priceGuardrails.standard\"].costOfCapital",
                "[\"priceGuardrails.standard\"].tiers[\"A\"].salesManager", "[\"priceGuardrails.standard\"].tiers[\"Z\"]",
                "[\"priceGuardrails.standard\"].tiers[\"A\"].floorMargin", "[\"priceGuardrails.standard\"].tiers[\"B\"].floorMargin",
                "[\"winback.thresholds\"].version", "[\"winback.thresholds\"].overdueRatio", "[\"winback.thresholds\"].nope");
    }

    [Fact]
    public void A_table_that_would_leave_a_gap_is_refused()
    {
        var settings = SettingsFile.FromJson("""{ "complaintDeadlines.standard": { "rules": [ { "id": "a" }, { "id": "b" }, { "id": "c" } ] } }""");
        FluentActions.Invoking(() => new ReviewModels().With(settings)).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle().Which.ToString().Should()
            .StartWith("[\"complaintDeadlines.standard\"].rules: 1 combination would have no answer");
    }

    [Fact]
    public void The_form_of_a_table_is_checked_when_the_file_is_read() => FluentActions
        .Invoking(() => SettingsFile.FromJson("""{ "ours": { "rules": [ { "when": {} } ] }, "complaintDeadlines.standard": { "bands": {} } }"""))
        .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.Path).Should().Equal(
            "[\"ours\"].rules[0].when", "[\"ours\"].rules[0].id", "[\"complaintDeadlines.standard\"].bands");

    [Fact]
    public void Settings_of_another_kind_are_a_fault()
    {
        var settings = new ModelSettings { Tables = new Dictionary<string, DecisionTableSettings> { ["accountValue.standard"] = new() } };
        FluentActions.Invoking(() => new ReviewModels().With(settings)).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle().Which.ToString().Should().Be(
                "[\"accountValue.standard\"]: these are settings of another kind of model; it is a scorecard: criteria, groups, bands, caps");
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Whole_settings_of_numbers_leave_a_model_as_it_is(string id)
    {
        var model = ModelCatalog.All.OfType<ITunableModel>().Single(each => each.Id == id);
        var again = model.WithSettings(model.SettingsJson());
        (again.Id, again.Version).Should().Be((model.Id, model.Version));
        again.Defaults.Should().Equal(model.Defaults);
        ((ITunableModel)again).SettingsJson().Should().Be(model.SettingsJson());
    }

    [Theory]
    [InlineData("tierStability", """{ "periods": 0 }""", "periods: it is 0; it must be at least 1")]
    [InlineData("tierStability", """{ "promotionMargin": 101 }""", "promotionMargin: it is 101; it must be between 0 and 100 (points)")]
    [InlineData("tierStability", """{ "minimumStay": "P-1D" }""", "minimumStay: it is P-1D; it must be years, months, weeks and days, none negative")]
    [InlineData("tierStability", """{ "version": " " }""", "version: it is blank")]
    [InlineData("priceGuardrails.standard", """{ "priceGrain": 0 }""", "priceGrain: 0 is not above 0")]
    [InlineData("priceGuardrails.standard", """{ "version": "" }""", "version: it is blank")]
    [InlineData("priceGuardrails.standard", """{ "tiers": { "A": { "salesDirector": 2 } } }""", "tiers[\"A\"].salesDirector: 2 is above 1")]
    [InlineData("review.risk", """{ "bands": { "Low": 5 } }""", "bands: the lowest begins at 5; it must begin at 0")]
    [InlineData("winback.thresholds", """{ "version": "" }""", "version: it is blank")]
    public void Numbers_that_cannot_be_are_faults(string id, string json, string fault) => FluentActions
        .Invoking(() => ModelCatalog.All.OfType<ITunableModel>().Single(each => each.Id == id).WithSettings(json))
        .Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle().Which.ToString().Should().Be(fault);
}
