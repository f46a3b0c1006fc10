using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Records;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.SwitchingCosts;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class AccountReviewerTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 31);

    private static readonly AccountFile Large = new()
    {
        Id = "large",
        Name = "Large Ltd",
        Value =
            new() { AnnualPurchases = 4_000_000, GrossMarginRate = 0.3, CreditDays = 30, IndustryInfluence = FactorLevel.High,
                TechnicalSynergy = FactorLevel.Medium, LongTermCommitment = FactorLevel.High },
    };

    private static readonly AccountFile Small =
        new() { Id = "small", Value = new() { AnnualPurchases = 200_000, GrossMarginRate = 0.1, CreditDays = 90 } };

    private static readonly AccountFile Unknown = new() { Id = "unknown" };

    [Fact]
    public void An_account_is_reviewed_by_the_rooms_own_models()
    {
        var review = Of(Small, Unknown, Large);
        review.Accounts.Select(each => (each.Id, each.Name, each.Rank, each.RevenueTier, each.AnnualPurchases)).Should().Equal(
            ("large", "Large Ltd", 1, AccountTier.A, 4_000_000m), ("small", "small", 2, AccountTier.C, 200_000m),
            ("unknown", "unknown", null, null, null));
        review.Models.Should()
            .Equal(new ReviewModels().Versions).And.Contain(
                new ReviewModels().All.Select(model => KeyValuePair.Create(model.Id, model.Version))).And.ContainKey("review.findings");
        foreach (var (account, file) in review.Accounts.Zip([Large, Small, Unknown]))
        {
            account.Value.Should().Be(AccountValue.Standard.Assess(file.Value ?? new()));
            account.Tier.Computed.Should().Be(account.Value.Band);
            account.AsOf.Should().Be(AsOf);
        }

        review.Accounts[0].NextBand.Should().BeNull("A is the best");
        review.Accounts[0].Paths.Should().BeEmpty();
        review.Accounts[2].NextBand.Should().Be(AccountTier.C, "an unrated account is to be rated first");
        review.Accounts[2].Paths.Should().BeEmpty("nothing is known, and no single fact makes a rating");
    }

    [Fact]
    public void The_paths_are_those_of_the_model_to_the_next_band()
    {
        var facts = Small.Value! with { IndustryInfluence = FactorLevel.Low, LongTermCommitment = FactorLevel.Low };
        var small = Of(Large, With(Small, value: facts)).Accounts[1];
        small.NextBand.Should().Be(AccountTier.B);
        small.Paths.Should().Equal(AccountValue.Standard.PathsTo(facts, AccountTier.B))
            .And.Contain(path => path.Kind == ImprovementKind.Change);
        AccountValue.Standard.BandOf(AccountValue.Standard.Apply(facts, small.Paths[0])).Should().Be(AccountTier.B);
    }

    [Fact]
    public void Purchases_by_month_count_where_the_yearly_amount_is_not_given()
    {
        var account =
            new AccountFile { Id = "a",
                Purchases = [.. Enumerable.Range(1, 3).Select(month => new MonthlyPurchases(new(2026, month), 100_000))] };
        var review = Of(account).Accounts[0];
        (review.AnnualPurchases, review.Value.Contributions[0].Raw, review.RevenueTier).Should().Be((300_000m, 300_000, AccountTier.A));
    }

    [Fact]
    public void A_tier_is_held_by_its_last_state_and_set_by_people()
    {
        var before = new TierState<AccountTier>(AccountTier.C, AsOf.PlusMonths(-12), AsOf.PlusMonths(-1), null, 0);
        var held = Of(With(Large, state: before)).Accounts[0];
        (held.Value.Band, held.Tier.Tier, held.Stability.Reason).Should().Be((AccountTier.A, AccountTier.C, TierReason.Waiting));

        var set = new TierOverride<AccountTier>(AccountTier.B, "Me", "why", AsOf, AsOf);
        var overridden = Of(With(Large, state: before, set: set)).Accounts[0];
        (overridden.Tier.Tier, overridden.Tier.Computed, overridden.Tier.Override).Should().Be((AccountTier.B, AccountTier.C, set));
    }

    [Fact]
    public void Another_currency_brings_its_own_threshold()
    {
        var portfolio =
            new Portfolio { Currency = "EUR", KeyAccountPurchases = 130_000, AsOf = AsOf,
                Accounts = [new() { Id = "a", Value = new() { AnnualPurchases = 130_000 } }] };
        var models = ReviewModels.For(portfolio);
        new AccountReviewer(models).Review(portfolio).Accounts[0].Value.Contributions[0].Points.Should().Be(60);
        ReviewModels.For(new() { Currency = "CNY", AsOf = AsOf }).Value.Should().BeSameAs(AccountValue.Standard);
    }

    [Fact]
    public void Models_are_tuned_by_a_file_of_settings()
    {
        var settings = SettingsFile.FromJson("""{ "accountValue.standard": { "version": "acme", "bands": { "A": 99 } } }""");
        var models = new ReviewModels().With(settings);
        models.Value.Settings.Bands["A"].Should().Be(99);
        var review = new AccountReviewer(models).Review(PortfolioOf(Large));
        (review.Accounts[0].Value.Band, review.Models["accountValue.standard"]).Should().Be((AccountTier.B, "acme"));
    }

    [Fact]
    public void Every_fault_of_a_settings_file_is_reported_with_its_model()
    {
        var settings = SettingsFile.FromJson(
            """{ "accountValue": {}, "accountValue.standard": { "bands": { "A": 999 }, "groups": { "past": 1 } }, "x": null }""");
        FluentActions.Invoking(() => new ReviewModels().With(settings)).Should()
            .Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
            $"[\"accountValue\"]: there is no such model; it must be one of {Ids}",
            $"[\"x\"]: there is no such model; it must be one of {Ids}",
            "[\"accountValue.standard\"].groups[\"past\"]: the model has no such group; it must be one of current, potential, strategic",
            "[\"accountValue.standard\"].bands[\"A\"]: 999 is not between 0 and 100");
        FluentActions.Invoking(() => SettingsFile.FromJson("""{ "accountValue.standard": { "band": 1 } }""")).Should()
            .Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle().Which.Path.Should().Be("[\"accountValue.standard\"].band");
    }

    [Fact]
    public void A_review_survives_json_and_is_the_same_whatever_the_order_of_the_accounts()
    {
        var set = new TierOverride<AccountTier>(AccountTier.B, "Me", "why", AsOf, AsOf);
        var json = Of(With(Large, set: set), Small, Unknown).ToJson();
        Of(Unknown, With(Large, set: set), Small).ToJson().Should().Be(json);
        PortfolioReview.FromJson(json).ToJson().Should().Be(json);
        PortfolioReview.FromJson(json).Accounts[0].Value.Should().Be(AccountValue.Standard.Assess(Large.Value!));
    }

    [Fact]
    public void Equal_accounts_are_reviewed_in_the_order_of_their_ids() =>
        Prop.ForAll(Gen.Shuffle(["a", "b", "c", "d"]).ToArbitrary(), ids =>
    {
        Of([.. ids.Select(id => new AccountFile { Id = id, Value = new() { AnnualPurchases = 5 } })]).Accounts.Select(each => each.Id)
            .Should().Equal("a", "b", "c", "d");
        Of([.. ids.Select(id => new AccountFile { Id = id })]).Accounts.Select(each => each.Id).Should().Equal("a", "b", "c", "d");
    }).Check(Seeded.Cases(20));

    [Fact]
    public void What_a_model_refuses_is_a_fault_of_the_account_and_every_account_says_so()
    {
        AccountFile Huge(string id) => new() { Id = id, Value = new() { AnnualPurchases = 1, MarketGrowthRate = 1e307 } };
        FluentActions.Invoking(() => Of(Huge("b"), Small, Huge("a"))).Should().Throw<InvalidModelException>().Which.Faults.Should()
            .BeEquivalentTo(
        [
            new ModelFault(
                "accounts[0]", "criteria[\"marketGrowthRate\"]: the measure is Infinity; it must be finite, or null when it is not known.") { AccountId = "b" },
            new ModelFault(
                "accounts[2]", "criteria[\"marketGrowthRate\"]: the measure is Infinity; it must be finite, or null when it is not known.") { AccountId = "a" },
        ]);
    }

    [Fact]
    public void Faults_of_ties_are_reported_beside_those_of_other_accounts()
    {
        var portfolio = PortfolioOf(
            new AccountFile { Id = "a", Contracts = [new() { Id = " ", From = AsOf }] },
            new AccountFile { Id = "b", Contacts = [new() { Id = "p" }], Ties = [new("p", "q", TieKind.Alliance)] });
        portfolio.FaultsOf().Select(fault => fault.ToString()).Should()
            .Equal("accounts[0].contracts[0].id: it is blank", "accounts[1].ties[0].to: q is not on the map");
        portfolio.FaultsOf().Should().BeSameAs(portfolio.FaultsOf(), "it cannot change");
    }

    [Fact]
    public void A_portfolio_with_faults_is_not_reviewed()
    {
        FluentActions.Invoking(() => Of(Large, Large)).Should().Throw<InvalidModelException>().Which.Faults.Should()
            .Equal(new ModelFault("accounts[1].id", "large is duplicated"));
        FluentActions.Invoking(() => new AccountReviewer().Review(null!)).Should().Throw<ArgumentNullException>();
        Of().Accounts.Should().BeEmpty();
    }

    [Fact]
    public void Every_room_is_asked_with_the_facts_of_the_file()
    {
        var portfolio = Portfolio.FromJson("""
            { "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a",
              "organisation": { "contract": "FrameworkAgreement", "jointPlanningPerYear": 1, "topLevelMeetingsPerYear": 1, "jointProjects": 0 },
              "extensive": { "brandLoyalty": "Good", "informationChannels": "Fair", "technicalEvaluation": "Good", "deliveryAndProfit": "Good" },
              "relationship": { "organisationalTrust": "High", "credibility": 8, "reliability": 8, "intimacy": 6, "selfOrientation": 3, "interest": "High", "emotion": "Low" },
              "contacts": [
                { "id": "p2", "influence": 4, "ladder": [ { "level": "CR4", "date": "2026-03-01", "evidence": "x" } ] },
                { "id": "p1", "influence": 10, "keyLevel": "Support", "ladder": [ { "level": "CR3", "date": "2026-03-01", "evidence": "x" }, { "level": "CR5", "date": "2024-01-01", "evidence": "y" } ] },
                { "id": "p3", "ladder": [ { "level": "CR1", "date": "2020-01-01", "evidence": "long ago" } ] } ],
              "contracts": [ { "id": "c", "from": "2026-01-01", "until": "2026-12-31", "units": 365 } ],
              "wallet": [ { "category": "x", "spendWithUs": 40, "wallet": 100 } ],
              "loyalty": { "supplierGrade": "A", "priceSensitivity": "Low", "qualityTolerance": "High" },
              "satisfaction": "High", "decisionMode": "Mixed",
              "ties": [ { "from": "p2", "to": "p1", "kind": "ReportsTo" } ],
              "development": { "hasBought": true, "isPreferred": false },
              "lifecycle": { "hasBought": false },
              "switchingCost": { "economicRisk": 70, "evaluation": 30, "learning": 50, "setUp": 40, "benefitLoss": 20, "personalRelationship": 80 },
              "competitorBarrier": { "protectedKnowHow": "High", "qualification": "Low", "bundling": "Medium", "contractCommitment": "High" },
              "switchingCostAmounts": [ { "part": "WriteOffs", "amount": 1000 }, { "part": "LostBenefits", "amount": 2, "binding": "PerDayLeft" } ] } ] }
            """);
        var review = new AccountReviewer().Review(portfolio).Accounts[0];
        review.People.Select(person => (person.Id, person.Influence, person.Standing?.Level, person.Standing?.Known, person.Moves.Count))
            .Should().Equal(
            ("p1", 10, LadderLevel.CR3, LadderLevel.CR3, 2), ("p2", 4, LadderLevel.CR4, LadderLevel.CR4, 2),
            ("p3", 1, LadderLevel.CR1, null, 0));
        review.Oke!.Organisation.Should().Be(Oke.Organisation.Assess(portfolio.Accounts[0].Organisation! with { ShareOfWallet = 0.4 }));
        review.Oke!.Extensive.ShortBoard.Should().Equal(ExtensiveElement.InformationChannels);
        review.Oke!.Levels.KeyDecisionMakers.Should().Be(KeyRelationshipLevel.Support, "only one contact has a key level");
        review.Oke!.Conflicts.Should().ContainSingle().Which.Person.Should().Be("p1");
        review.Relationship.Should().Be(RelationshipFormula.Standard.Assess(portfolio.Accounts[0].Relationship!));
        review.SwitchingCost!.Score.Should().Be(53.333333);
        review.Levers[0].Lever.Should().Be(SwitchingCostLever.ProductAndTechnology);
        review.CompetitorBarrier.Should().Be(CompetitorBarrier.Standard.Assess(portfolio.Accounts[0].CompetitorBarrier!));
        review.BarrierAdvice.Should()
            .Be(BarrierPolicy.Standard.Decide(
                new() { Barrier = BarrierLevel.Medium, Satisfaction = SatisfactionLevel.High, Tier = review.Tier.Tier }));
        review.SwitchingCostInMoney!.Customer.Should().Be(1000 + (2 * 276), "276 days are left, today included");
        review.Stakeholders!.Support.Should().Be(new StakeholderMap(
            [new() { Id = "p1", Influence = 10, Ladder = LadderLevel.CR3 }, new() { Id = "p2", Influence = 4, Ladder = LadderLevel.CR4 },
            new() { Id = "p3", Influence = 1 }], [], new ReviewModels().Stakeholders).Support);
        review.Stakeholders.NextToWin.Select(step => step.Person.Id).Should().Equal("p1", "p2");
        review.Stakeholders.OpenQuestions.Should()
            .Contain(question => question.Topic == OpenTopic.Ladder && question.Person!.Id == "p3", "an unconfirmed level is not known");
        review.Development!.Stage.Should().Be(DevelopmentStage.Initial);
        review.Lifecycle!.Period.Should().Be(LifecyclePeriod.Exploration);
        review.ShareOfWallet!.MainBusiness.Share.Should().Be(0.4m);
        review.Loyalty.Should().Be(CustomerLoyalty.Standard.Assess(portfolio.Accounts[0].Loyalty! with { ShareOfWallet = 0.4m }));
        review.LoyaltyType!.IsDecided.Should().BeTrue();
        review.LoyaltyStrategies!.Hits.Should().NotBeEmpty();

        var all = new AccountReviewer().Review(portfolio);
        PortfolioReview.FromJson(all.ToJson()).ToJson().Should().Be(all.ToJson());
        Portfolio.FromJson(portfolio.ToJson()).ToJson().Should().Be(portfolio.ToJson());
    }

    [Fact]
    public void Single_purchases_add_retention()
    {
        AccountPurchase[] purchases =
            [new("a", AsOf.PlusMonths(-4), 5), new("a", AsOf, 5), new("b", AsOf.PlusMonths(-4), 5), new("a", AsOf.PlusDays(1), 5)];
        var review = new AccountReviewer().Review(PortfolioOf(), purchases);
        review.Retention.Should().Be(Cohorts.OfPurchases(purchases, Period.FromMonths(3), AsOf));
        review.Retention!.LeftOut.Should().Be(1);
        PortfolioReview.FromJson(review.ToJson()).Retention.Should().Be(review.Retention);
        Of().Retention.Should().BeNull();
    }

    [Theory]
    [InlineData("\"contacts\": [ { \"id\": \"p\", \"influence\": -1 } ]",
        "accounts[0].contacts[0].influence: it is -1; it must be at least 0. The minus sign looks wrong")]
    [InlineData("\"contracts\": [ { \"id\": \"c\", \"from\": \"2026-01-01\", \"units\": 0, \"annualValue\": -5 } ]",
        "accounts[0].contracts[0].annualValue: it is -5; it must be at least 0. The minus sign looks wrong",
        "accounts[0].contracts[0].units: it is 0; it must be above 0")]
    [InlineData("\"value\": { \"grossMarginRate\": 35, \"creditDays\": -30, \"categorySpend\": -1 }",
        "accounts[0].value.grossMarginRate: it is 35; it must be between -10 and 1 (a fraction). 35 looks like 35 per cent: write 0.35",
        "accounts[0].value.creditDays: it is -30; it must be at least 0 (days). The minus sign looks wrong",
        "accounts[0].value.categorySpend: it is -1; it must be at least 0. The minus sign looks wrong")]
    [InlineData("\"organisation\": { \"shareOfWallet\": 4.5 }, \"loyalty\": { \"shareOfWallet\": -1 }",
        "accounts[0].organisation.shareOfWallet: it is 4.5; it must be between 0 and 1 (a fraction). 4.5 looks like 4.5 per cent: write 0.045",
        "accounts[0].loyalty.shareOfWallet: it is -1; it must be between 0 and 1 (a fraction). The minus sign looks wrong")]
    [InlineData("\"value\": { \"annualPurchases\": 900000, \"categorySpend\": 800000 }",
        "accounts[0].value.categorySpend: it is 800000; it must be at least the annual purchases, 900000, which are part of it")]
    [InlineData("\"purchases\": [ { \"month\": \"2026-03\", \"amount\": 900000 } ], \"value\": { \"categorySpend\": 800000 }",
        "accounts[0].value.categorySpend: it is 800000; it must be at least the annual purchases, 900000, which are part of it")]
    [InlineData("\"contacts\": [ { \"id\": \"p\", \"ladder\": [ { \"level\": \"CR1\", \"date\": \"2026-04-01\", \"evidence\": \"x\" }, { \"level\": \"CR1\", \"evidence\": \"x\" } ] } ]",
        "accounts[0].contacts[0].ladder[0].date: it is 2026-04-01; it must not be after 2026-03-31, the date of the facts",
        "accounts[0].contacts[0].ladder[1].date: it is missing")]
    [InlineData("\"contacts\": [ { \"id\": \"p\", \"ladder\": [ { \"level\": \"CR1\", \"date\": \"2026-01-01\" } ] } ]",
        "accounts[0].contacts[0].ladder[0]: evidence is missing")]
    [InlineData("\"contacts\": [ { \"id\": \"p\" } ], \"ties\": [ { \"from\": \"p\", \"to\": \"q\", \"kind\": \"Alliance\" } ]",
        "accounts[0].ties[0].to: q is not on the map")]
    [InlineData("\"switchingCostAmounts\": [ { \"amount\": 1 } ]", "accounts[0].switchingCostAmounts[0]: part is missing")]
    [InlineData("\"switchingCostAmounts\": [ { \"part\": \"Effort\", \"amount\": -1 } ]",
        "accounts[0].switchingCostAmounts[0].amount: it is -1; it must be at least 0. The minus sign looks wrong")]
    [InlineData("\"contracts\": [ { \"id\": \"c\", \"from\": \"2026-01-01\", \"units\": 0 } ]",
        "accounts[0].contracts[0].units: it is 0; it must be above 0")]
    [InlineData("\"wallet\": [ { \"category\": \"x\" }, { \"category\": \"x\" }, { \"wallet\": 1 } ]",
        "accounts[0].wallet[1].category: x is duplicated", "accounts[0].wallet[2].category: it is blank")]
    [InlineData("\"switchingCost\": { \"learning\": 101 }", "accounts[0].switchingCost.learning: it is 101; it must be between 0 and 100 (points)")]
    public void Facts_of_every_room_are_checked(string facts, params string[] faults) => FluentActions
        .Invoking(
            () => Portfolio.FromJson(
                $"{{ \"currency\": \"CNY\", \"asOf\": \"2026-03-31\", \"accounts\": [ {{ \"id\": \"a\", {facts} }} ] }}"))
        .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(faults);

    private static string Ids
    {
        get
        {
            IModel[] all = [.. new ReviewModels().All.Concat(ModelCatalog.All).DistinctBy(model => model.Id)];
            return string.Join(", ", all.OfType<IScorecard>().Concat<IModel>(all.OfType<IDecisionTable>()).Concat(all.OfType<ITunableModel>())
                .Select(model => model.Id));
        }
    }

    private static Portfolio PortfolioOf(params AccountFile[] accounts) => new() { Currency = "CNY", AsOf = AsOf, Accounts = accounts };

    private static PortfolioReview Of(params AccountFile[] accounts) => new AccountReviewer().Review(PortfolioOf(accounts));

    private static AccountFile With(
        AccountFile account, AccountValueFacts? value = null, TierState<AccountTier>? state = null,
        TierOverride<AccountTier>? set = null) => new()
    {
        Id = account.Id, Name = account.Name, Value = value ?? account.Value, TierState = state, TierOverrides = set is null ? [] : [set],
    };

    [Fact]
    public void What_refers_to_a_part_that_is_missing_is_left_out_with_a_warning()
    {
        const string Amounts = """
            "switchingCostAmounts": [ { "part": "Effort", "amount": 7 }, { "part": "LostBenefits", "amount": 2, "binding": "PerDayLeft" } ]
            """;
        var without = ReviewOf($$"""{ "id": "a", {{Amounts}}, "ties": [ { "from": "p1", "to": "p2", "kind": "ReportsTo" } ] }""");
        (without.SwitchingCostInMoney!.Total, without.SwitchingCostInMoney.IsComplete).Should().Be((7m, false));
        without.Warnings.Select(each => each.Path).Should().Equal("switchingCostAmounts[1]", "ties");
        without.Warnings[0].Message.En.Should().Be(
            "switchingCostAmounts[1]: the amount depends on a contract, but no contract with an end date and units is in force on 2026-03-31; it counts as unknown.");

        var with = ReviewOf($$"""{ "id": "a", {{Amounts}}, "contracts": [ { "id": "c", "from": "2026-01-01", "until": "2026-04-01", "units": 5 } ] }""");
        (with.SwitchingCostInMoney!.Total, with.SwitchingCostInMoney.IsComplete).Should().Be((11m, true), "two days are left");
        with.Warnings.Should().BeEmpty();

        static AccountReview ReviewOf(string account) => new AccountReviewer().Review(Portfolio.FromJson(
            $$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ {{account}} ] }""")).Accounts[0];
    }
}
