using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Stakeholders;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>What other models make of the same portfolio.</summary>
public class ModelImpactTests
{
    private static readonly Portfolio Portfolio = new()
    {
        Currency = "CNY",
        AsOf = new LocalDate(2026, 3, 31),
        Accounts =
        [
            new() { Id = "large", Value = Full(2_000_000, 0.3, 60, FactorLevel.High) },
            new() { Id = "middle", Value = Full(900_000, 0.2, 30, FactorLevel.Medium) },
            new() { Id = "small", Value = Full(10_000, 0.1, 90, FactorLevel.Low) },
        ],
    };

    private static AccountValueFacts Full(decimal purchases, double margin, int days, FactorLevel level) => new()
    {
        AnnualPurchases = purchases, GrossMarginRate = margin, CreditDays = days, IndustryInfluence = level,
        TechnicalSynergy = level, LongTermCommitment = level,
    };

    [Fact]
    public void The_same_models_move_nobody()
    {
        var impact = ModelImpact.Of(Portfolio, new(), new());
        (impact.Models.Count, impact.Accounts.Count, impact.Unmoved, impact.AtStake).Should().Be((0, 0, 3, 0));
        impact.Describe().ToString().Should().NotBeEmpty();
    }

    [Fact]
    public void A_cut_that_moves_says_so()
    {
        var before = new ReviewModels();
        var score = before.Value.Assess(Portfolio.Accounts[0].Value!).Score!.Value;
        var after = before.With(SettingsFile.FromJson(
            $$"""{ "accountValue.standard": { "version": "new", "bands": { "A": {{(score > 75 ? 99 : 60).ToString(System.Globalization.CultureInfo.InvariantCulture)}}, "B": 20 } } }"""));
        var impact = ModelImpact.Of(Portfolio, before, after);
        impact.Models.Should().Equal(new ModelVersionChange("accountValue.standard", before.Value.Version, "new"));
        impact.Accounts.Should().NotBeEmpty();
        impact.Accounts.Should().AllSatisfy(account => account.Reasons.Should().NotBeEmpty());
        impact.Accounts.First(account => account.Value.BandChanged).Reasons[0].En.Should().Contain(" begins at ").And.Contain(" instead of ");
        (impact.Accounts.Count + impact.Unmoved).Should().Be(3);
        ModelImpact.FromJson(impact.ToJson()).Should().Be(impact);
    }

    [Fact]
    public void A_cut_that_decides_is_named_where_a_weight_changes_too()
    {
        var before = new ReviewModels();
        var after = before.With(SettingsFile.FromJson(
            """{ "accountValue.standard": { "bands": { "A": 99, "B": 98 }, "criteria": { "creditDays": { "weight": 0.21 } } } }"""));
        var moved = ModelImpact.Of(Portfolio, before, after).Accounts.Where(account => account.Value.BandChanged).ToArray();
        moved.Should().NotBeEmpty();
        moved.Should().Contain(account => account.Value.Parts.Count > 0
            && account.Reasons[0].En.Contains("it would have stayed in", StringComparison.Ordinal)
            && account.Reasons[1].En.StartsWith("The score goes from ", StringComparison.Ordinal));
    }

    [Fact]
    public void Models_are_named_by_what_they_say()
    {
        var before = new ReviewModels();
        var thresholds = before.With(SettingsFile.FromJson("""{ "winback.thresholds": { "debtDays": 1 } }"""));
        var impact = ModelImpact.Of(Portfolio, before, thresholds);
        impact.Models.Should().ContainSingle().Which.Id.Should().Be("winback.thresholds");
        impact.Describe().ToString().Should().NotContain("No model has another version");

        // A model that no review asks is as it was where its settings say what it says.
        var same = new ModelSettings
        {
            Tables = new Dictionary<string, Core.Rules.DecisionTableSettings>
            {
                ["activities.gift"] = Core.Activities.ActivityTables.GiftRules.Settings with { Id = null },
            },
        };
        ModelImpact.Of(Portfolio, before, before.With(same)).Models.Should().BeEmpty();
    }

    [Fact]
    public void A_changed_table_that_is_not_compared_is_named()
    {
        var before = new ReviewModels();
        var stances = Core.Relationships.Ladder.Stances.Settings;
        var after = before.With(new ModelSettings
        {
            Tables = new Dictionary<string, Core.Rules.DecisionTableSettings>
            {
                ["ladder.stances"] = stances with
                {
                    Id = null, Version = null,
                    Rules = [.. stances.Rules!.Select(rule => rule.Id == "neutral" ? rule with { Advice = "Opponent" } : rule)],
                },
            },
        });
        var impact = ModelImpact.Of(Portfolio, before, after);
        impact.Models.Select(model => model.Id).Should().Equal("ladder.stances");
        impact.NotCompared.Should().Equal("ladder.stances");
        ModelImpact.FromJson(impact.ToJson()).Should().Be(impact);
    }

    [Fact]
    public void People_who_stand_otherwise_are_named_with_the_reason()
    {
        var portfolio = Portfolio with
        {
            Accounts =
            [
                Portfolio.Accounts[0] with
                {
                    Contacts =
                    [
                        new() { Id = "p1", Name = "Li Wei", Role = StakeholderRole.KDM, Ladder = [new(LadderLevel.CR3, new(2026, 3, 1), "said so")] },
                        new() { Id = "p2", Name = "Wang Fang", Ladder = [new(LadderLevel.CR1, new(2026, 3, 1), "said so")] },
                    ],
                },
                Portfolio.Accounts[1],
            ],
        };
        var after = new ReviewModels().With(SettingsFile.FromJson("""
            { "ladder.stances": { "rules": [ { "id": "supporter" }, { "id": "neutral", "advice": "Opponent" }, { "id": "opponent" } ] } }
            """));
        var impact = ModelImpact.Of(portfolio, new(), after);
        impact.NotCompared.Should().BeEmpty();
        var change = impact.Accounts.Should().ContainSingle().Which.Advice.Should().ContainSingle(each => each.TableId == "ladder.stances").Which;
        (change.Before, change.After).Should().Be(("p1: Neutral", "p1: Opponent"));
        (change.BeforeName!.En, change.AfterName!.En).Should().Be(("Li Wei: neutral", "Li Wei: opponent"));
        change.Reason!.En.Should().StartWith("On nobody's side: ");
        ModelImpact.FromJson(impact.ToJson()).Should().Be(impact);
    }

    [Fact]
    public void The_service_and_the_deadlines_of_a_tier_are_compared()
    {
        var portfolio = Portfolio with
        {
            Accounts = [Portfolio.Accounts[2] with { Complaints = [Complaint.Open("c1", null, new(2026, 3, 25))] }],
        };
        var now = new ReviewModels();
        string tier = $"{new AccountReviewer(now).Review(portfolio).Accounts[0].Tier.Tier}".ToLowerInvariant();
        var service = now.Service.Settings;
        var after = now.With(new ModelSettings
        {
            Tables = new Dictionary<string, Core.Rules.DecisionTableSettings>
            {
                [now.Service.Id] = service with
                {
                    Id = null, Version = null,
                    Rules = [.. service.Rules!.Select(rule => rule with { Advice = rule.Advice!.Replace("\"visitsPerQuarter\":", "\"visitsPerQuarter\":1", StringComparison.Ordinal) })],
                },
                [now.ComplaintDeadlines.Id] = SettingsFile.FromJson($$"""
                    { "complaintDeadlines.standard": { "rules": [ {{string.Join(", ", now.ComplaintDeadlines.Settings.Rules!.Select(rule =>
                        $$"""{ "id": "{{rule.Id}}", "advice": { "answer": "P9D", "solution": "P10D", "followUp": "P11D" } }"""))}} ] } }
                    """).Tables["complaintDeadlines.standard"],
            },
        });
        var impact = ModelImpact.Of(portfolio, now, after);
        impact.NotCompared.Should().BeEmpty();
        var advice = impact.Accounts.Should().ContainSingle().Which.Advice;
        advice.Select(each => each.TableId).Should().Contain([now.Service.Id, now.ComplaintDeadlines.Id]);
        advice.Should().AllSatisfy(each => each.Before.Should().NotBe(each.After));
        advice.Should().AllSatisfy(each => (each.TableId == "review.actions" || each.Reason is not null).Should().BeTrue());
        advice.First(each => each.TableId == now.ComplaintDeadlines.Id).After.Should().StartWith($"{tier}: ");
    }

    // One test for each kind of reason: what it says is what has happened.
    [Theory]
    [InlineData("""{ "review.risk": { "bands": { "High": 99, "Medium": 98 } } }""", "The risk goes from ")]
    [InlineData("""{ "accountValue.standard": { "bands": { "A": 99, "B": 98 } } }""", "No longer found: ")]
    [InlineData("""{ "accountValue.standard": { "missingData": { "minimumCoverage": 1 } } }""", "What is known is no longer enough for a score; it was ")]
    [InlineData("""{ "accountValue.standard": { "bands": { "A": 99, "B": 98 } } }""", " stays; B account begins at 98 instead of ")]
    public void Every_kind_of_reason_is_given_where_it_holds(string settings, string reason)
    {
        var sample = Portfolio.FromJson(File.ReadAllText(Path.Combine(House.SourceFiles.Root, "src", "KeyAccount.Tool", "Samples", "portfolio.json")));
        var (before, after) = (ReviewModels.For(sample), ReviewModels.For(sample).With(SettingsFile.FromJson(settings)));
        var reasons = ModelImpact.Of(sample, before, after).Accounts.SelectMany(account => account.Reasons).ToArray();
        reasons.Should().Contain(text => text.En.Contains(reason, StringComparison.Ordinal));
        reasons.Should().AllSatisfy(text => text.ZhHans.Should().NotBe(text.En));

        // The other way round the opposite is told.
        var back = ModelImpact.Of(sample, after, before).Accounts.SelectMany(account => account.Reasons).Select(text => text.En).ToArray();
        back.Should().NotBeEmpty();
        if (reason.Contains("no longer enough", StringComparison.Ordinal))
            back.Should().Contain(text => text.StartsWith("What is known is now enough for a score: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_weight_that_moves_names_its_criterion()
    {
        var before = new ReviewModels();
        var after = before.With(SettingsFile.FromJson("""{ "accountValue.standard": { "criteria": { "creditDays": { "weight": 5 } } } }"""));
        var impact = ModelImpact.Of(Portfolio, before, after);
        var moved = impact.Accounts.First(account => account.Value.BandChanged);
        moved.Reasons[0].En.Should().StartWith("The score goes from ").And.Contain(", mostly because of ");
        moved.Reasons[0].ZhHans.Should().StartWith("得分由");
    }

    [Fact]
    public void Whose_band_hangs_on_least_stands_first()
    {
        var impact = ModelImpact.Of(Portfolio, new(), new());
        impact.Sensitivity.Should().HaveCount(3);
        impact.Sensitivity.Select(account => account.Weights.Min(weight => weight.Margin) ?? double.PositiveInfinity).Should().BeInAscendingOrder();
        impact.Sensitivity.Should().AllSatisfy(account =>
            account.Weights.Select(weight => weight.Margin ?? double.PositiveInfinity).Should().BeInAscendingOrder());
    }

    [Fact]
    public void Reviews_of_other_accounts_are_refused()
    {
        var models = new ReviewModels();
        var other = Portfolio with { Accounts = [Portfolio.Accounts[1]] };
        FluentActions.Invoking(() => ModelImpact.Between(
                new AccountReviewer(models).Begin(Portfolio), new AccountReviewer(models).Begin(other), models, models))
            .Should().Throw<ArgumentException>().WithMessage("later reviews 'middle' where earlier reviews 'large'.*");
    }
}
