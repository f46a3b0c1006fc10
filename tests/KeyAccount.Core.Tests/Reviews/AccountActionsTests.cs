using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Services;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Winback;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class AccountActionsTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 31);

    [Fact]
    public void Every_finding_but_a_tier_that_falls_is_answered()
    {
        var answered = AccountFindings.Standard.Rules
            .Where(rule => AccountActions.Standard.Decide(About(rule.Id, rule.Advice)).IsDecided && rule.Advice.Actions is null)
            .Select(rule => rule.Id);
        AccountFindings.Standard.Rules.Select(rule => rule.Id).Except(answered).Should().Equal("tierFalling");
    }

    [Fact]
    public void Every_action_answers_a_kind_of_finding_and_never_one_by_its_name()
    {
        DepartureCause?[] causes = [null, DepartureCause.Quality];
        ServiceType?[] services = [null, ServiceType.Vmi];
        foreach (var rule in AccountActions.Standard.Rules)
        {
            rule.When.ToString().Should().NotContain("f.Finding", "rule {0} reads what is found and not its name", rule.Id);
            AccountFindings.Standard.Rules.Should().Contain(
                found => causes.Any(cause => services.Any(service => new[] { false, true }.Any(isWaiting => AccountActions.Standard
                    .Decide(About("renamed", found.Advice, new()
                    {
                        Activity = "do", Tier = AccountTier.A, AdvisesPricing = true, DepartureCause = cause, ServiceToOffer = service,
                        IsProspectWaiting = isWaiting,
                    })).Hits.Any(hit => hit.RuleId == rule.Id)))),
                "rule {0} has something to answer", rule.Id);
        }
    }

    [Fact]
    public void A_finding_of_ones_own_is_answered_by_what_it_says_by_itself_or_by_being_followed_up()
    {
        PortfolioReview All(Stake stake)
        {
            var findings = AccountFindings.Standard.Rules.Skip(1)
                .Aggregate(AccountFindings.Standard, (table, rule) => table.Without(rule.Id))
                .With("ours", f => f.AnnualPurchases > 1, stake, "Ours").Without(AccountFindings.Standard.Rules[0].Id);
            return new AccountReviewer(new() { Findings = findings, Materiality = 0 })
                .Review(PortfolioOf(new AccountFile { Id = "a", Value = new() { AnnualPurchases = 100 } }));
        }

        AccountReview With(Stake stake) => All(stake).Accounts[0];

        With(new(ReviewTopic.Development, 0.5m)).Actions.Should()
            .ContainSingle("a risk of that topic has an answer").Which.RuleId.Should().Be("decline.recover");
        var naming = new Stake(
            ReviewTopic.Development, 0.5m,
            actions:
            [
                new(ActionKind.MeetLeaders, ActionOwner.ExecutiveSponsor, 3, "Meet"),
                new(ActionKind.FollowUp, ActionOwner.TechnicalLead, 0),
            ]);
        var named = With(naming);
        named.Actions.Should().Equal(
            new ReviewAction("ours", "ours", ActionKind.MeetLeaders, ActionOwner.ExecutiveSponsor, AsOf.PlusDays(3), "Meet"),
            new ReviewAction(
                "ours", "ours", ActionKind.FollowUp, ActionOwner.TechnicalLead, AsOf,
                new(
                    ActionKind.FollowUp.Description("en"), ActionKind.FollowUp.Description("zh-Hans"),
                    ActionKind.FollowUp.Description("zh-Hant"))));
        With(new(ReviewTopic.Development, 0.5m, actions: [])).Actions.Should().BeEmpty("it wants none");
        With(new(ReviewTopic.Development, 0.5m, kind: FindingKind.Opportunity)).Actions.Should().ContainSingle().Which.Should()
            .BeEquivalentTo(new
            {
                RuleId = "followUp", Finding = "ours", Kind = ActionKind.FollowUp, DueOn = AsOf.PlusDays(AccountActions.FollowUpDays),
                Text = new { En = "Follow up: Ours" },
            });
        PortfolioReview.FromJson(All(naming).ToJson()).Accounts[0].Findings.Should()
            .Equal(named.Findings, "what a finding names goes through JSON");
    }

    [Fact]
    public void What_a_finding_is_about_is_named_by_its_id()
    {
        var file = new AccountFile
        {
            Id = "a",
            Contracts = [new() { Id = "c-1", From = AsOf, Until = AsOf.PlusDays(10) }],
            Complaints = [Complaint.Open("late", null, AsOf.PlusDays(-30)), Complaint.Open("new", null, AsOf)],
            Contacts =
            [
                Contact("against", LadderLevel.CR5, 3, StakeholderRole.KDM), Contact("for", LadderLevel.CR1, 3, StakeholderRole.KDM),
                new() { Id = "old", Ladder = [new(LadderLevel.CR3, AsOf.PlusYears(-9), "seen")] },
            ],
            Quotes = [new() { Id = "q-1", Quantity = 1, ListPrice = 10 }],
            Wallet = [new("x", 9, 1)],
        };
        var about = Review(new(), file).Findings.ToDictionary(each => each.RuleId, each => string.Join(",", each.Subjects));
        about.Should().Contain("contractEnds", "c-1").And.Contain("complaintOverdue", "late").And.Contain("deciderAgainst", "against")
            .And.Contain("standingStale", "old").And.Contain("costUnknown", "q-1").And.Contain("walletWrong", "x")
            .And.Contain("satisfactionUnknown", "");
        Review(new(), file).Findings.Should().OnlyContain(
            each => each.Subjects.Count == 0 || each.Subject != FindingSubject.Account, "an account has no other id");
    }

    [Fact]
    public void An_account_has_five_actions_at_most_each_kind_once_and_none_that_is_forbidden() =>
        Prop.ForAll(Accounts.ToArbitrary(), account =>
    {
        var review = Review(new(), account);
        var facts = ReviewFacts.Of(review);
        review.Actions.Should().HaveCountLessThanOrEqualTo(AccountActions.Most);
        review.Actions.Select(each => each.Kind).Should().OnlyHaveUniqueItems();
        foreach (var action in review.Actions)
        {
            review.Findings.Should().Contain(finding => finding.RuleId == action.Finding, "every action answers a finding");
            var answered = review.Findings.Single(finding => finding.RuleId == action.Finding);
            var hit = AccountActions.Standard.Decide(About(action.Finding, answered.Stake, facts)).Hits.Single(
                each => each.RuleId == action.RuleId);
            (hit.Advice.Kind, hit.Advice.Owner, hit.Reason).Should().Be((action.Kind, action.Owner, action.Text));
            action.DueOn.Should().BeGreaterThanOrEqualTo(AsOf).And.BeLessThanOrEqualTo(AsOf.PlusDays(hit.Advice.Days));
            AccountActions.Prohibitions.Decide(Asked(action.Kind, facts)).IsDecided.Should().BeFalse();
        }

        foreach (var forbidden in review.Forbidden)
            AccountActions.Prohibitions.Decide(Asked(forbidden.Kind, facts)).Hits.Should()
                .Contain(hit => hit.RuleId == forbidden.Prohibition);
        var places = review.Actions.Select(action => review.Findings.ToList().FindIndex(finding => finding.RuleId == action.Finding));
        places.Should().BeInAscendingOrder("who has most at stake comes first");
    }).Check(Seeded.Cases(200));

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Prop.ForAll(Gen.ArrayOf(Accounts, 6).ToArbitrary(), accounts =>
    {
        var named = accounts.Select((account, i) => Named(account, $"a{i}")).ToArray();
        var json = All(named).ToJson();
        All([.. Enumerable.Reverse(named)]).ToJson().Should().Be(json);
        All([.. named.Select(Shuffled)]).ToJson().Should().Be(json);
        PortfolioReview.FromJson(json).ToJson().Should().Be(json);
    }).Check(Seeded.Cases(20));

    [Fact]
    public void The_barrier_policy_forbids_what_it_does_not_advise()
    {
        // A content C account with a low barrier does not carry the effort.
        var barrier =
            new SwitchingCostFacts { Learning = 0, SetUp = 0, Evaluation = 0, EconomicRisk = 0, BenefitLoss = 0, MonetaryLoss = 0,
                PersonalRelationship = 0, BrandRelationship = 0 };
        AccountFile Account(string tier) => new()
        {
            Id = "a", SwitchingCost = barrier, Satisfaction = SatisfactionLevel.High, Value = new() { AnnualPurchases = 100 },
            TierOverrides = [new(AccountTier.FromName(tier), "me", "why", AsOf, AsOf)],
        };
        var small = Review(new(), Account("C"));
        small.Findings.Should().Contain(each => each.RuleId == "barrierLow");
        small.Forbidden.Should().ContainSingle().Which.Should()
            .BeEquivalentTo(new { RuleId = "barrier.raise", Kind = ActionKind.RaiseBarrier, Prohibition = "raise" });
        small.Actions.Should().NotContain(each => each.Kind == ActionKind.RaiseBarrier);
        Review(new(), Account("A")).Actions.Should().Contain(each => each.Kind == ActionKind.RaiseBarrier);
        Review(new() { BarrierPolicy = BarrierPolicy.Standard.With("notWorthIt", BarrierAdvice.Invest) }, Account("C")).Actions.Should()
            .Contain(each => each.Kind == ActionKind.RaiseBarrier, "the table decides");
    }

    [Fact]
    public void The_posture_forbids_a_price_step()
    {
        var account = new AccountFile
        {
            Id = "a", Value = new() { AnnualPurchases = 100 },
                Loyalty =
                    new() { SupplierGrade = SupplierGrade.D, PriceSensitivity = PriceSensitivity.High, QualityTolerance = QualityTolerance.Low,
                        CompetitorAttitude = CompetitorAttitude.Prefers },
        };
        var postures = PricePosture.InOrder.ToDictionary(
            posture => posture,
            posture => Review(
                new() { Posture = PricingPolicy.Posture.Rules.Aggregate(
                    PricingPolicy.Posture, (table, rule) => table.With(rule.Id, new PostureAdvice(posture, ApprovalLevel.Salesperson))) },
                    account));
        foreach (var (posture, review) in postures)
        {
            var allows = posture == PricePosture.Trade || posture == PricePosture.Defend;
            review.Actions.Any(each => each.Kind == ActionKind.OfferTrade).Should().Be(allows);
            review.Forbidden.Any(each => each.Prohibition == "trade").Should().Be(!allows);
        }
    }

    [Fact]
    public void The_ladder_forbids_to_win_whom_it_has_no_move_for()
    {
        var account = new AccountFile
        {
            Id = "a", Value = new() { AnnualPurchases = 100 },
            Contacts = [Contact("p", LadderLevel.CR1, 1), Contact("q", LadderLevel.CR3, 5), Contact("r", LadderLevel.CR3, 5)],
        };
        Review(new(), account).Actions.Should().Contain(each => each.Kind == ActionKind.WinPerson);
        var moves = Ladder.Moves.Without("CR3ToCR2").Without("CR3ToCR1");
        var review = Review(new() { Stakeholders = new ReviewModels().Stakeholders with { Moves = moves } }, account);
        review.Actions.Should().NotContain(each => each.Kind == ActionKind.WinPerson);
        review.Forbidden.Should().Contain(each => each.Prohibition == "win" && each.Kind == ActionKind.WinPerson);
    }

    [Fact]
    public void A_prohibition_holds_for_every_action_of_its_kind_and_no_other()
    {
        var proof = AccountActions.Prohibitions.Verify();
        proof.UnusedRules.Should().BeEmpty();
        proof.Overlaps.Should().BeEmpty("each kind has one table that forbids it");
        foreach (var kind in ActionKind.InOrder)
        {
            var asked =
                new ProhibitionFacts { Action = kind, BarrierAdvice = BarrierAdvice.Maintain, Posture = PricePosture.Hold,
                    Approval = ApprovalLevel.Nobody };
            var isGuarded = kind == ActionKind.RaiseBarrier || kind == ActionKind.EaseBarrier || kind == ActionKind.OfferTrade
                || kind == ActionKind.WinPerson || kind == ActionKind.SeekApproval;
            AccountActions.Prohibitions.Decide(asked).IsDecided.Should().Be(isGuarded);
        }

        AccountActions.Prohibitions.Decide(
            new() { Action = ActionKind.SeekApproval, Approval = ApprovalLevel.GeneralManager }).IsDecided.Should().BeFalse();
        AccountActions.Prohibitions.Decide(
            new() { Action = ActionKind.EaseBarrier, BarrierAdvice = BarrierAdvice.Relieve }).IsDecided.Should().BeFalse();
    }

    [Fact]
    public void Nothing_is_due_after_the_contract_it_is_about()
    {
        AccountFile Account(int days) =>
            new() { Id = "a", Value = new() { AnnualPurchases = 100 },
                Contracts = [new() { Id = "c", From = AsOf, Until = AsOf.PlusDays(days) }] };
        LocalDate Due(int days) => Review(new(), Account(days)).Actions.Single(each => each.Kind == ActionKind.RenewContract).DueOn;
        (Due(29), Due(30), Due(31)).Should().Be((AsOf.PlusDays(29), AsOf.PlusDays(30), AsOf.PlusDays(30)));
    }

    [Fact]
    public void Complaints_are_told_by_the_deadlines_of_the_tier()
    {
        AccountReview Of(int daysAgo, bool isClosed = false)
        {
            var complaint = Complaint.Open("K-1", null, AsOf.PlusDays(-daysAgo));
            if (isClosed)
            {
                complaint = ComplaintTask.InOrder.Aggregate(complaint, (each, task) => each.Apply(
                    task == ComplaintTask.TrackSatisfaction ? ComplaintEvent.SatisfactionTracked(SatisfactionLevel.High, each.OpenedOn)
                        : ComplaintEvent.Done(task, each.OpenedOn)).Case);
                complaint = complaint.Apply(ComplaintEvent.Closed(complaint.OpenedOn)).Case;
                complaint.IsClosed.Should().BeTrue();
            }

            return Review(new(), new() { Id = "a", Complaints = [complaint] });
        }

        // Without a tier the first step is due within two days.
        Of(2).Findings.Should().Contain(each => each.RuleId == "complaintOpen");
        Of(3).Findings.Should().Contain(each => each.RuleId == "complaintOverdue");
        Of(3).Actions.Should().Contain(each => each.Kind == ActionKind.SettleComplaint && each.DueOn == AsOf.PlusDays(1));
        Of(30, isClosed: true).Complaints.Should().BeEmpty();
        All(new AccountFile { Id = "a", Complaints = [Complaint.Open("K-1", null, AsOf)] }).ToJson().Should().Contain("K-1");
    }

    private static readonly Gen<AccountFile> Accounts =
        from purchases in Gen.OneOf(Gen.Constant<decimal?>(null), Gen.Choose(-5, 1_000_000).Select(amount => (decimal?)amount))
        from satisfaction in Gen.Elements([.. SatisfactionLevel.InOrder, null])
        from facet in Gen.Choose(-1, 100)
        from attitude in Gen.Elements([.. CompetitorAttitude.InOrder, null])
        from sensitivity in Gen.Elements([.. PriceSensitivity.InOrder, null])
        from levels in Gen.ArrayOf(Gen.Elements([.. LadderLevel.InOrder, null]), 4)
        from days in Gen.Choose(-10, 300)
        from months in Gen.ArrayOf(Gen.Choose(0, 1000), 14)
        from complaint in Gen.Choose(-1, 20)
        select new AccountFile
        {
            Id = "a",
            Value = purchases is null ? null : new() { AnnualPurchases = purchases },
            Purchases = purchases is null ? []
                : [.. months.Select((amount, i) => new MonthlyPurchases(AsOf.PlusMonths(-i).ToYearMonth(), amount < 300 ? 0 : amount))],
            Satisfaction = satisfaction,
            SwitchingCost = facet < 0 ? null
                : new() { Learning = facet, SetUp = facet, Evaluation = facet, EconomicRisk = facet, BenefitLoss = facet,
                    MonetaryLoss = facet, PersonalRelationship = facet, BrandRelationship = facet },
            CompetitorBarrier = facet > 50
                ? new() { ProtectedKnowHow = FactorLevel.Low, Qualification = FactorLevel.Low, Bundling = FactorLevel.Low,
                    ContractCommitment = FactorLevel.Low } : null,
            Loyalty = attitude is null ? null
                : new() { CompetitorAttitude = attitude, PriceSensitivity = sensitivity, SupplierGrade = SupplierGrade.B,
                    QualityTolerance = QualityTolerance.Medium, ShareOfWallet = (days + 10) / 400m },
            Contacts =
                [.. levels.Select(
                    (level, i) => level is null ? new Contact { Id = $"p{i}", Role = i == 0 ? StakeholderRole.KDM : null }
                        : Contact($"p{i}", level, i + 1, i == 0 ? StakeholderRole.KDM : null))],
            Contracts = days < 0 ? [] : [new() { Id = "c", From = AsOf, Until = AsOf.PlusDays(days), AnnualValue = 7 }],
            Complaints = complaint < 0 ? [] : [Complaint.Open("k", null, AsOf.PlusDays(-complaint)), Complaint.Open("l", null, AsOf)],
        };

    private static Contact Contact(string id, LadderLevel level, double influence, StakeholderRole? role = null) =>
        new() { Id = id, Influence = influence, Role = role, Ladder = [new(level, AsOf.PlusDays(-(int)influence), "seen")] };

    private static AccountFile Shuffled(AccountFile account) => Copy(account, account.Id, isReversed: true);

    private static AccountFile Named(AccountFile account, string id) => Copy(account, id, isReversed: false);

    private static AccountFile Copy(AccountFile account, string id, bool isReversed)
    {
        IReadOnlyList<T> In<T>(IReadOnlyList<T> list) => isReversed ? [.. list.Reverse()] : list;
        return new()
        {
            Id = id, Value = account.Value, Purchases = In(account.Purchases), Satisfaction = account.Satisfaction,
                SwitchingCost = account.SwitchingCost, CompetitorBarrier = account.CompetitorBarrier,
            Loyalty = account.Loyalty, Contacts = In(account.Contacts), Contracts = In(account.Contracts), Complaints = In(
                account.Complaints),
        };
    }

    // Whatever the account must be for a rule to answer.
    private static ActionFacts About(string rule, Stake stake, ReviewFacts? account = null) => new()
    {
        Finding = rule, Kind = stake.Kind, Topic = stake.Topic, Subject = stake.Subject,
        Account = account ?? new() { Activity = "do", Tier = AccountTier.A, AdvisesPricing = true },
    };

    private static ProhibitionFacts Asked(ActionKind kind, ReviewFacts facts) =>
        new() { Action = kind, BarrierAdvice = facts.BarrierAdvice, Posture = facts.Posture, NextMove = facts.NextMove,
            Approval = facts.Approval };

    private static AccountReview Review(ReviewModels models, AccountFile account) =>
        new AccountReviewer(models with { Materiality = 0 }).Review(PortfolioOf(account)).Accounts[0];

    private static PortfolioReview All(params AccountFile[] accounts) => new AccountReviewer().Review(PortfolioOf(accounts));

    private static Portfolio PortfolioOf(params AccountFile[] accounts) => new() { Currency = "CNY", AsOf = AsOf, Accounts = accounts };
}
