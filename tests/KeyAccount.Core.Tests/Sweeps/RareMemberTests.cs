using System.Text;
using System.Text.Json;
using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Grading;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Needs;
using KeyAccount.Core.Negotiation;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Scoring.Validation;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Winback;

namespace KeyAccount.Core.Tests.Sweeps;

/// <summary>Small members that no other test needs: each does what it says.</summary>
public sealed class RareMemberTests
{
    [Fact]
    public void A_document_is_written_as_a_part_of_other_JSON()
    {
        var document = new Document("en", "Prices", [new Paragraph("All of them.")]);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            document.WriteTo(json);
            json.WriteEndArray();
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be($"[{document.ToJson()}]");
    }

    [Fact]
    public void A_version_is_named_and_nothing_else_changes()
    {
        var lifetime = new ReviewModels().Lifetime;
        lifetime.WithVersion("mine").Version.Should().Be("mine");
        lifetime.WithVersion("mine").WithVersion(lifetime.Version).Settings.Should().Be(lifetime.Settings);
        var levers = SwitchingCostLevers.Standard;
        levers.WithVersion("mine").Version.Should().Be("mine");
        levers.WithVersion("mine").Effects.Should().Equal(levers.Effects);
        var warning = WarningThresholds.Default;
        warning.WithVersion("mine").Version.Should().Be("mine");
        warning.WithVersion("mine").WithVersion(warning.Version).Should().Be(warning);
        foreach (var rename in (Action[])[() => lifetime.WithVersion(" "), () => levers.WithVersion(" "), () => warning.WithVersion(" ")])
            rename.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Options_keep_what_is_in_range_and_refuse_the_rest()
    {
        var options = new ValidationOptions { Confidence = 0.9, Groups = 2, Permutations = 1_000 };
        (options.Confidence, options.Groups, options.Permutations).Should().Be((0.9, 2, 1_000));
        foreach (var wrong in (Action[])[
            () => _ = new ValidationOptions { Confidence = 0 }, () => _ = new ValidationOptions { Confidence = 1 },
            () => _ = new ValidationOptions { Groups = 1 }, () => _ = new ValidationOptions { Groups = 101 },
            () => _ = new ValidationOptions { Permutations = 0 }, () => _ = new ValidationOptions { Permutations = 1_001 }])
            wrong.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Models_of_a_review_keep_a_limit_and_a_scale_and_refuse_others()
    {
        var models = new ReviewModels { GiftLimit = 300, MatchScale = MatchScale.Emphasised };
        (models.GiftLimit, models.MatchScale).Should().Be((300m, MatchScale.Emphasised));
        FluentActions.Invoking(() => new ReviewModels { GiftLimit = -0.01m }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new ReviewModels { MatchScale = (MatchScale)99 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void What_is_believed_before_counting_is_taken_and_not_left_out()
    {
        var options = new FunnelOptions { AsOf = new(2026, 3, 31) };
        var prior = options.Prior with { };
        (options with { Prior = prior }).Prior.Should().BeSameAs(prior);
        FluentActions.Invoking(() => options with { Prior = null! }).Should().Throw<ArgumentNullException>().WithParameterName("Prior");
    }

    [Fact]
    public void Figures_that_follow_from_others()
    {
        new IssueRange(2, 5.5m).Width.Should().Be(3.5m);
        FluentActions.Invoking(() => new IssueRange(decimal.MinValue, decimal.MaxValue).Width).Should().Throw<OverflowException>();
        new QuotaCase { Quota = 200, Sold = 150 }.Attainment.Should().Be(0.75);
        new QuotaCase { Quota = 200 }.Attainment.Should().BeNull();
        new GoodKeyAccountFacts().Should().Be(new GoodKeyAccountFacts { KnownBrand = null });
        var plan = LifetimePlan.Of(90, [120, 150, 170, 180, 185], 0.85m, 0.10m, MarginTiming.EndOfYearCertain);
        plan.Years.Select(year => year.Margin).Should().Equal(120, 150, 170, 180, 185);
    }

    [Fact]
    public void A_prospect_without_a_case_is_not_open() => 
        ProspectReview.Of(new(), "a", null, new(2026, 3, 31)).IsOpen.Should().BeFalse();

    [Fact]
    public void Answers_describe_themselves_in_the_language_and_currency_asked_for()
    {
        var waterfall = PriceWaterfall.From(100).LessPercentage("tier", 0.1m, PriceWaterfall.List);
        var lifetime = LifetimePlan.Of(90, [120, 150], 0.85m, 0.10m, MarginTiming.EndOfYearCertain);
        foreach (var describe in (Func<string, Document>[])[language => waterfall.Describe("EUR", language), language => lifetime.Describe("EUR", language)])
        {
            describe("en").ToJson().Should().Contain("EUR");
            describe("de-AT").Blocks.Should().Equal(describe("de").Blocks);
            describe("zh-Hans").ToJson().Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}|\\u[4-9]");
            FluentActions.Invoking(() => describe(null!)).Should().Throw<ArgumentNullException>();
        }

        var pay = new PayPlan("p", SalesPosition.Representative, EmploymentPhase.Regular, 0.4, [new("revenue", 1, AttainmentCurve.Standard)])
            .Statement(400_000, [new("revenue", 1)], new(0.01m, MidpointRounding.AwayFromZero));
        pay.Describe("EUR", "en").ToJson().Should().Contain("EUR");
        var offer = new EconomicValue { Id = "pump", Reference = new() { Amount = 100, Currency = "EUR" }, Price = 90 };
        offer.Describe("en").Title.Should().Be("pump");
        (offer with { Product = "Pump" }).Describe("en").Title.Should().Be("Pump");
        waterfall.Describe().ToJson().Should().NotContain("EUR");
    }
}
