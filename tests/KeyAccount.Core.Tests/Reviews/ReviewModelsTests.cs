using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;

namespace KeyAccount.Core.Tests.Reviews;

public class ReviewModelsTests
{
    private static readonly DecisionTable<string, string> Own = DecisionTable.For<string, string>("ours.table")
        .Rule("any", _ => true, "yes").Build(HitPolicy.First);

    public static TheoryData<string> Ids => [.. new ReviewModels().All.Select(model => model.Id)];

    [Fact]
    public void Every_model_of_a_review_is_in_the_catalog_and_its_id_stands_once()
    {
        var models = new ReviewModels();

        models.All.Should().OnlyHaveUniqueItems(model => model.Id).And.BeSubsetOf(ModelCatalog.All);
        models.Versions.Keys.Should().Equal(models.All.Select(model => model.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_model_is_replaced_by_its_id_and_its_version_shows(string id)
    {
        var ready = new ReviewModels();
        var ours = UnderAnotherVersion(ready.All.Single(model => model.Id == id));

        var models = ready.With(ours);

        models.All.Single(model => model.Id == id).Should().BeSameAs(ours);
        models.Versions[id].Should().Be("ours");
        models.Versions.Where(each => each.Key != id).Should().Equal(ready.Versions.Where(each => each.Key != id));
        models.Should().NotBe(ready);
        ready.Versions[id].Should().Be(id == "accountValue.standard" ? "2" : "1");
    }

    [Fact]
    public void Targets_of_OKE_under_another_version_show_in_the_versions() =>
        new ReviewModels { Oke = new() { Targets = Oke.Targets.WithVersion("ours") } }.Versions["oke.targets"].Should().Be("ours");

    [Fact]
    public void The_tables_of_loyalty_development_life_cycle_and_levers_can_be_replaced_in_a_review()
    {
        var account = new AccountFile
        {
            Id = "a",
            Loyalty = new() { ShareOfWallet = 0.9m },
            Development = new() { HasBought = false },
            Lifecycle = new() { HasBought = false },
            SwitchingCost = new()
            {
                EconomicRisk = 40, Evaluation = 40, Learning = 40, SetUp = 40, BenefitLoss = 40, MonetaryLoss = 40,
                    PersonalRelationship = 40, BrandRelationship = 40,
            },
        };
        var portfolio = new Portfolio { AsOf = new(2026, 6, 30), Currency = "CNY", Accounts = [account] };
        var models = new ReviewModels()
            .With(CustomerLoyalty.Types.With("unknown", _ => true, LoyaltyType.Latent).WithVersion("ours"))
            .With(Development.Stages.With("incubation", DevelopmentStage.Strategic))
            .With(RelationshipLifecycle.Periods.With("exploration", LifecyclePeriod.Decline))
            .With(new SwitchingCostLevers("switchingCost.levers", new FacetEffect(SwitchingCostLever.Process, CostFacet.Learning, 10)));

        var review = new AccountReviewer(models).Review(portfolio).Accounts[0];

        review.Development!.Stage.Should().Be(DevelopmentStage.Strategic);
        review.Lifecycle!.Period.Should().Be(LifecyclePeriod.Decline);
        review.Levers.Where(lever => lever.Gain > 0).Select(lever => lever.Lever).Should().Equal(SwitchingCostLever.Process);
        new AccountReviewer(models).Review(portfolio).Models[CustomerLoyalty.Types.Id].Should().Be("ours");
    }

    [Fact]
    public void A_model_of_ones_own_joins_by_one_declaration()
    {
        var models = new ReviewModels().With(Own).With(OwnCard);

        models.All.TakeLast(2).Should().Equal(Own, OwnCard);
        models.Versions.Should().Contain("ours.table", "1").And.Contain("ours.card", "1");
        models.With(new Dictionary<string, ScorecardSettings> { ["ours.card"] = new() { Version = "2" } }).Versions["ours.card"].Should()
            .Be("2");
        models.With(Own.WithVersion("3")).Versions["ours.table"].Should().Be("3");
        models.With(Own.WithVersion("3")).All.Should().HaveCount(models.All.Count);
        var theirs = AccountFindings.Standard.WithVersion("theirs");
        ModelCatalog.Of(models.With(theirs)).Should().Contain([Own, OwnCard, theirs]).And.NotContain(AccountFindings.Standard)
            .And.OnlyHaveUniqueItems(model => model.Id).And.HaveCount(ModelCatalog.All.Count + 2);
    }

    [Fact]
    public void A_model_of_another_type_under_the_id_of_a_ready_one_is_refused()
    {
        var impostor = DecisionTable.For<string, string>("review.findings").Rule("any", _ => true, "yes").Build(HitPolicy.First);

        FluentActions.Invoking(() => new ReviewModels().With(impostor)).Should().Throw<ArgumentException>()
            .WithMessage("model 'review.findings' is a *");
        FluentActions.Invoking(() => new ReviewModels().With((IModel)null!)).Should().Throw<ArgumentNullException>();
    }

    private static Scorecard<string, AccountTier> OwnCard { get; } = Scorecard.For<string, AccountTier>("ours.card")
        .Criterion("length", 1, f => f.Length, Scale.Linear((0, 0), (10, 100)))
        .Bands((0, AccountTier.C), (50, AccountTier.A))
        .Build();

    private static IModel UnderAnotherVersion(IModel model) => model switch
    {
        IScorecard card => card.With(new() { Version = "ours" }),
        KeyAccount.Core.Pricing.PriceGuardrails guardrails => guardrails.With(version: "ours"),
        TierStability stability => new TierStability(
            stability.PromotionMargin, stability.DemotionMargin, stability.Periods, stability.MinimumStay, "ours"),
        NamedBands<RiskLevel> risk => risk.With(risk.Bands, "ours"),
        _ => (IModel)model.GetType().GetMethod("WithVersion")!.Invoke(model, ["ours"])!,
    };
}
