using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Lifecycle;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Services;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class StrategyTopicTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 31);

    private static readonly StrategyNote[] Notes =
    [
        Note("grow", CustomerStrategyArea.BusinessDevelopment, 4, 3), Note("plant", CustomerStrategyArea.Investment, 3, 2),
        Note("green steel", CustomerStrategyArea.ProjectDevelopment, 2, 0), Note("uptime", CustomerStrategyArea.ProjectMaintenance, 1, 1),
    ];

    private static readonly AccountFile Good = new()
    {
        Id = "a", Purchases = [new(new(2026, 3), 1_000_000)], StrategyNotes = Notes,
        Challenges = [new() { Kind = CustomerChallenge.SupplierChallenge, Statement = "late deliveries", Weight = 4, Date = AsOf }],
        Capabilities = [new() { Id = "c", Statement = "round-the-clock service" }],
        TierOverrides = [new(AccountTier.A, "boss", "strategic", AsOf.PlusDays(-9), AsOf)],
        Organisation = new() { Contract = ContractForm.LongTermAgreement, ShareOfWallet = 0.4, JointPlanningPerYear = 2, TopLevelMeetingsPerYear = 2, JointProjects = 1 },
    };

    [Fact]
    public void A_strategy_is_decoded_matched_and_answered()
    {
        var review = Review(Good);
        var strategy = review.Strategy!;
        strategy.Decoded.Should().HaveCount(4);
        (strategy.Match!.Score, strategy.Match.Level).Should().Be((63.333333, MatchLevel.Medium));
        strategy.Responses.Should().HaveCount(4).And.OnlyContain(each => each.Response == StrategyResponse.Delivery);
        var finding = review.Findings.Single(each => each.RuleId == "strategicGap");
        finding.Text.En.Should().Be("None of our capabilities supports an important goal of the customer: green steel");
        review.Actions.Should().Contain(each => each.Kind == ActionKind.CloseStrategicGap);
        review.Findings.Should().NotContain(each => each.RuleId == "strategyUnknown");
        PortfolioReview.FromJson(new AccountReviewer().Review(Portfolio([Good])).ToJson()).Accounts[0].Strategy.Should().Be(strategy);
    }

    [Fact]
    public void An_A_account_whose_strategy_nobody_knows_is_named_and_a_note_without_a_day_does_not_help()
    {
        var review = Review(Good with { StrategyNotes = [.. Notes.Select(note => note with { Date = null })] });
        review.Findings.Single(each => each.RuleId == "strategyUnknown").Text.En.Should().Be("Areas of the customer's strategy decoded: 0 of 6.");
        (review.Strategy!.Match, review.StrategyTarget).Should().Be((null, null), "a match of what nobody knows is no match");
        review.Cooperation?.Readiness.Contributions.Should().NotContain(part => part.Key == "strategicMatch" && part.Points != null);
        review.Actions.Should().Contain(each => each.Kind == ActionKind.DecodeStrategy);
        Review(Good with { StrategyNotes = [], Challenges = [] }).Findings.Should().Contain(each => each.RuleId == "strategyUnknown");
        Review(Good with { StrategyNotes = [], TierOverrides = [] }).Findings.Should().NotContain(each => each.RuleId == "strategyUnknown");
    }

    [Fact]
    public void A_plan_whose_review_is_overdue_is_stale()
    {
        StrategyPlan plan = new()
        {
            OpenedOn = new(2025, 10, 1),
            History =
            [
                PlanningEvent.CaseAttached(ReferenceCase.OwnSuccess, new(2025, 10, 20), "joint stock at Haida"),
                PlanningEvent.PrepCompleted(new(2025, 12, 1), [.. CustomerStrategyArea.InOrder.Take(4)], "it wants to grow"), PlanningEvent.Adopted(new(2025, 12, 30), "key supplier"),
            ],
        };
        var review = Review(Good with { StrategyPlan = plan });
        (review.Strategy!.IsStale, review.Strategy.ReviewDueOn).Should().Be((true, new LocalDate(2026, 3, 30)));
        review.Findings.Single(each => each.RuleId == "planStale").Text.En.Should().Be("A review of the relationship plan was due by 2026-03-30.");
        review.Actions.Should().Contain(each => each.Kind == ActionKind.ReviewStrategyPlan);
        Review(Good with { StrategyPlan = plan, TierOverrides = [new(AccountTier.B, "boss", "x", AsOf.PlusDays(-9), AsOf)] }).Findings.Should().NotContain(each => each.RuleId == "planStale", "a B account is reviewed every half year");
    }

    [Fact]
    public void The_targets_of_the_relationship_follow_from_the_match_where_it_is_known()
    {
        var proof = StrategyTargets.Standard.Verify();
        proof.IsComplete.Should().BeTrue();
        proof.UnusedRules.Should().BeEmpty();

        // A key supplier by what can be observed: one step up is strategic partner, and the match says how far to go.
        OkeTarget With(int strength) => Review(Good with { StrategyNotes = [Note("all", CustomerStrategyArea.Investment, 1, strength)] }).Oke!.Target;
        Review(Good with { StrategyNotes = [] }).Oke!.Organisation.Band.Should().Be(OrganisationLevel.KeySupplier);
        Review(Good with { StrategyNotes = [] }).Oke!.Target.Organisation.Should().Be(OrganisationLevel.StrategicPartner);
        With(3).Organisation.Should().Be(OrganisationLevel.StrategicPartner);
        With(2).Organisation.Should().Be(OrganisationLevel.KeySupplier);
        With(0).Organisation.Should().Be(OrganisationLevel.KeySupplier);
        Target(MatchLevel.Low, OrganisationLevel.Supplier).Should().Be(OrganisationLevel.Supplier);
        Target(MatchLevel.Medium, OrganisationLevel.Supplier).Should().Be(OrganisationLevel.KeySupplier);
        Target(MatchLevel.High, OrganisationLevel.Vendor).Should().Be(OrganisationLevel.KeySupplier);
        Target(MatchLevel.Low, OrganisationLevel.StrategicPartner).Should().Be(OrganisationLevel.KeySupplier);
        Review(Good).StrategyTarget!.Hits[0].RuleId.Should().Be("keep.key");
        Review(Good with { StrategyNotes = [] }).StrategyTarget.Should().BeNull();

        static OrganisationLevel Target(MatchLevel match, OrganisationLevel? now) =>
            StrategyTargets.Standard.Decide(new() { Match = match, Organisation = now }).Advice!.Organisation;
    }

    [Fact]
    public void Readiness_takes_what_other_parts_of_the_account_tell()
    {
        var account = Advanced(createsJointly: false);
        var review = Review(account);
        var cooperation = review.Cooperation!;
        cooperation.Dependence.Should().Be(new DependenceBalance(0.537, 0.09));
        (cooperation.OurGain, cooperation.TheirGain).Should().Be((250m, 350m));
        cooperation.IsPaperOnly.Should().BeTrue();
        cooperation.Readiness.Contributions.Single(part => part.Key == "topLevelMeetings").Raw.Should().Be(2, "the meetings of the last year are counted");
        cooperation.Readiness.Contributions.Single(part => part.Key == "earlyInvolvement").Raw.Should().Be(1, "a service contract says so");
        review.Development!.Stage.Should().Be(DevelopmentStage.Advanced, "a paper without joint work is not the strategic stage");
        cooperation.Readiness.Band.Should().Be(CooperationReadiness.Ready, "nor does it run");
        review.Findings.Should().Contain(each => each.RuleId == "readyForStrategy").And.NotContain(each => each.RuleId == "notReady");
        review.Actions.Should().Contain(each => each.Kind == ActionKind.ProposeCooperation && each.Owner == ActionOwner.ExecutiveSponsor);

        var joint = Review(Advanced(createsJointly: true));
        joint.Development!.Stage.Should().Be(DevelopmentStage.Strategic);
        joint.Cooperation!.Readiness.Band.Should().Be(CooperationReadiness.Running);
        joint.Findings.Should().NotContain(each => each.RuleId == "readyForStrategy");
    }

    [Fact]
    public void What_is_not_ready_is_named_with_its_weakest_point()
    {
        var account = Advanced(createsJointly: false) with { Organisation = new() { Contract = ContractForm.FrameworkAgreement, TopLevelMeetingsPerYear = 0, JointProjects = 0, ShareOfWallet = 0.2 } };
        var review = Review(account with { Cooperation = account.Cooperation! with { Meetings = [], IsInvolvedEarly = false, SharesKpis = true }, ServiceContracts = [] });
        review.Cooperation!.Readiness.Caps.Should().Contain(cap => cap.Key == "leadersNeverMet" && cap.State != Core.Scoring.CapState.NotEvaluated);
        review.Findings.Single(each => each.RuleId == "notReady").Text.En.Should().Contain("its weakest point: shared investment and gain");
        review.Actions.Should().Contain(each => each.Kind == ActionKind.PrepareCooperation);
    }

    [Fact]
    public void A_cooperation_that_gains_less_than_both_sides_apart_shares_nothing_and_says_so()
    {
        var account = Advanced(false);
        var review = Review(account with { Cooperation = account.Cooperation! with { Gain = new() { ValueCreated = 10, OurInvestment = 0, TheirInvestment = 0, OurAlternative = 11, TheirAlternative = 0 } } });
        (review.Cooperation!.OurGain, review.Cooperation.TheirGain).Should().Be((null, null));
        Told(review, account).Should().Contain("there is nothing to share");
    }

    [Fact]
    public void A_gain_of_which_a_part_is_not_known_is_not_shared_and_says_what_is_missing()
    {
        var account = Advanced(false);
        var review = Review(account with { Cooperation = account.Cooperation! with { Gain = new() { ValueCreated = 900, OurInvestment = 0 } } });
        (review.Cooperation!.OurGain, review.Cooperation.TheirGain, review.Cooperation.Gain!.Surplus).Should().Be((null, null, null));
        Told(review, account).Should().Contain(
            "not calculated yet. Find out: the customer's investment, our gain without it, the customer's gain without it.");
    }

    [Fact]
    public void One_name_in_two_spellings_and_a_goal_whose_day_has_passed_are_told()
    {
        var account = Good with
        {
            StrategyNotes = [.. Notes, Notes[0] with { Id = "GROW", Statement = "other", Horizon = AsOf.PlusDays(-1), Date = AsOf.PlusDays(-9) }],
            Capabilities = [.. Good.Capabilities, new() { Id = "C", Statement = "laboratory" }],
        };
        Review(account).Warnings.Select(each => each.Message.En).Should().Contain([
            "strategyNotes[4].id is “GROW” and strategyNotes[0].id is “grow”: two spellings of one name count as two names. Use one spelling, or two names that clearly differ.",
            "capabilities[1].id is “C” and capabilities[0].id is “c”: two spellings of one name count as two names. Use one spelling, or two names that clearly differ.",
            "strategyNotes[4].horizon was 2026-03-30: the goal no longer counts. Find out whether the customer has reached it, and note its next goal.",
        ]);
        Review(Good).Warnings.Should().NotContain(each => each.Path.EndsWith(".id") || each.Path.EndsWith(".horizon"));
        Review(Good with { StrategyNotes = [Notes[0] with { Horizon = AsOf }] }).Warnings.Should().NotContain(each => each.Path.EndsWith(".horizon"));
    }

    [Fact]
    public void Goals_that_all_weigh_nothing_are_refused()
    {
        FluentActions.Invoking(() => Review(Good with { StrategyNotes = [.. Notes.Select(note => note with { Weight = 0 })] }))
            .Should().Throw<InvalidModelException>().Which.Faults.Single().Message.Should().StartWith("every weight is 0;");
        Review(Good with { StrategyNotes = [Notes[0] with { Weight = 0 }, Notes[1]] }).Strategy!.Match!.Score.Should().NotBeNull();
    }

    [Fact]
    public void Faults_are_named_with_their_place()
    {
        Faults(Good with { StrategyNotes = [Notes[0], Notes[0] with { Date = AsOf.PlusDays(1), Support = [Link("c"), Link("c")] }] }).Should().Equal(
            "accounts[0].strategyNotes[1].id: grow is duplicated",
            "accounts[0].strategyNotes[1].date: it is 2026-04-01; it must be 2026-03-31 (the day of the facts) or earlier",
            "accounts[0].strategyNotes[1].support[1].capability: c is duplicated");
        Faults(Good with { Challenges = [null!] }).Should().Equal("accounts[0].challenges[0]: it is null; it must be an object");
        Faults(Good with { StrategyPlan = new() { OpenedOn = AsOf.PlusDays(1) } }).Should().ContainSingle().Which.Should().StartWith("accounts[0].strategyPlan.openedOn: it is 2026-04-01");
        Faults(Good with { StrategyPlan = new() { OpenedOn = AsOf, History = [PlanningEvent.Adopted(AsOf, "x"), PlanningEvent.Reviewed(AsOf, "x")] } }).Should().Equal(
            "accounts[0].strategyPlan.history[0]: it is refused: The customer is not understood yet; complete that first.");
        Faults(Good with { Cooperation = new() { Meetings = [new() { Kind = GovernanceMeeting.KpiReview, On = AsOf.PlusDays(1) }, null!] } }).Should().Equal(
            "accounts[0].cooperation.meetings[0].on: it is 2026-04-01; it must be 2026-03-31 (the day of the facts) or earlier",
            "accounts[0].cooperation.meetings[1]: it is null; it must be an object");
        Faults(Good with { Cooperation = new() { StartedOn = AsOf.PlusDays(1) } }).Should().Equal(
            "accounts[0].cooperation.startedOn: it is 2026-04-01; it must be 2026-03-31 (the day of the facts) or earlier");
        Faults(Good with { Cooperation = new() { StartedOn = AsOf } }).Should().BeEmpty();
        Faults(Good with { Contacts = [new() { Id = "p", Since = AsOf.PlusDays(1) }] }).Should().Equal(
            "accounts[0].contacts[0].since: it is 2026-04-01; it must be 2026-03-31 (the day of the facts) or earlier");
        Faults(Good with { Contacts = [new() { Id = "p", Since = AsOf }] }).Should().BeEmpty();
        Faults(Good with { StrategyNotes = [.. Notes[..2].Select(note => note with { Weight = double.MaxValue })] }).Should().ContainSingle().Which.Should().Contain("too large to be added");
        Faults(Good).Should().BeEmpty();
    }

    [Fact]
    public void A_capability_that_is_missing_and_meetings_that_differ_are_pointed_out()
    {
        Review(Good with { Capabilities = [] }).Warnings.Should().Contain(each => each.Path == "strategyNotes[0].support[0].capability");
        Review(Good).Warnings.Should().NotContain(each => each.Path.StartsWith("strategyNotes"));
        Review(Good with { Cooperation = new() { Meetings = [new() { Kind = GovernanceMeeting.LeadersMeeting, On = AsOf }] } }).Warnings
            .Single(each => each.Path == "organisation.topLevelMeetingsPerYear").Message.En
            .Should().Be("organisation.topLevelMeetingsPerYear is 2, but by the recorded meetings the leaders have met once in the last twelve months.");
        StrategyPlan plan = new() { OpenedOn = AsOf, History = [PlanningEvent.PrepCompleted(AsOf, [.. CustomerStrategyArea.InOrder.Skip(1)], "x")] };
        Review(Good with { StrategyPlan = plan }).Warnings.Single(each => each.Path == "strategyPlan.history[0].areas").Message.En
            .Should().Be("strategyPlan.history[0].areas counts 2 areas as decoded without a dated note from that year, first: procurement preference.");
        Review(Advanced(false)).Warnings.Should().NotContain(each => each.Path == "organisation.topLevelMeetingsPerYear");
    }

    [Fact]
    public void What_contradicts_itself_is_pointed_out()
    {
        var twice = new HeldMeeting { Kind = GovernanceMeeting.SteeringCommittee, On = AsOf };
        var told = Review(Good with
        {
            StrategyNotes =
            [
                Notes[0] with { Horizon = AsOf.PlusDays(-1), Date = AsOf }, Notes[1], Notes[1] with { Id = "again", Statement = " Plant" },
            ],
            Challenges = [Good.Challenges[0], Good.Challenges[0] with { Weight = 1 }],
            Development = new() { CreatesJointly = false },
            Company = new() { Founded = 2021 },
            ServiceContracts = [new() { Id = "s", Type = ServiceType.Evi, From = AsOf.PlusDays(-9) }],
            Contacts =
            [
                new() { Id = "p", Department = "Purchasing", Ladder = [new(LadderLevel.CR2, AsOf, "met")] },
            ],
            Cooperation = new()
            {
                StartedOn = new(2020, 1, 1), Meetings = [twice, twice], HasSteeringCommittee = false, IsInvolvedEarly = false,
                ConnectedDepartments = 4,
            },
        }).Warnings.ToDictionary(each => each.Path, each => each.Message);
        told["strategyNotes[0].horizon"].En.Should()
            .Be("strategyNotes[0].horizon is 2026-03-30, but we learned of the goal only on 2026-03-31; correct one of the two.");
        told["strategyNotes[2]"].En.Should().Be("strategyNotes[2] repeats strategyNotes[1], and both count; delete one, or correct it.");
        told["challenges[1]"].En.Should().StartWith("challenges[1] repeats challenges[0]");
        told["development.createsJointly"].En.Should().Be(
            "development.createsJointly says that both sides create nothing together, but organisation.jointProjects is 1; correct one of the two.");
        told["cooperation.meetings[1]"].En.Should().StartWith("cooperation.meetings[1] repeats cooperation.meetings[0]");
        told["cooperation.hasSteeringCommittee"].En.Should().Contain("according to cooperation.meetings[0] it has met");
        told["cooperation.isInvolvedEarly"].En.Should().Contain("serviceContracts[0]").And.EndWith("the contract counts.");
        told["cooperation.connectedDepartments"].En.Should().Be("cooperation.connectedDepartments is 4, but the recorded contacts give 1; the contacts count.");
        told["cooperation.startedOn"].En.Should().Be("cooperation.startedOn is 2020-01-01, before the company was founded (2021); correct one of the two.");
        var none = Good.Organisation! with { JointProjects = 0 };
        Review(Good with { Development = new() { CreatesJointly = true }, Organisation = none }).Warnings.Single(each => each.Path == "development.createsJointly")
            .Message.En.Should().Contain("create something together, but organisation.jointProjects is 0");
    }

    [Fact]
    public void What_agrees_is_not_pointed_out()
    {
        Review(Good with { Development = new() { CreatesJointly = true } }).Warnings.Should().BeEmpty();
        Review(Good with
        {
            Development = new() { CreatesJointly = false }, Organisation = Good.Organisation! with { JointProjects = 0 },
            StrategyNotes = [.. Notes.Select(note => note with { Date = AsOf, Horizon = AsOf })], Company = new() { Founded = 2020 },
            Cooperation = new()
            {
                StartedOn = new(2020, 1, 1), HasSteeringCommittee = true, IsInvolvedEarly = true, ConnectedDepartments = 4,
                Meetings =
                [
                    new() { Kind = GovernanceMeeting.SteeringCommittee, On = AsOf }, new() { Kind = GovernanceMeeting.KpiReview, On = AsOf },
                    new() { Kind = GovernanceMeeting.KpiReview, On = AsOf.PlusDays(-1) },
                ],
            },
        }).Warnings.Should().BeEmpty();
    }

    [Fact]
    public void What_has_happened_since_is_not_counted_and_that_is_said_once_for_each_list()
    {
        var next = AsOf.PlusDays(1);
        var told = Review(Good with
        {
            Visits = [new(AsOf), new(next), new(next)],
            Invoices = [new() { Id = "i", Amount = 1, Due = AsOf, Paid = next }],
        }).Warnings.ToDictionary(each => each.Path, each => each.Message.En);
        told["visits[1].on"].Should().Be(
            "visits[1].on: 2 entries of this list are dated after 2026-03-31, the date of the facts, and not counted. Correct the dates, or set a later date of the facts.");
        told["invoices[0].paid"].Should().StartWith("invoices[0].paid: 1 invoice is paid after 2026-03-31, the date of the facts, and counts as open.");
        told.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(""" "strategyNotes": [ { "id": "a", "area": "Investment", "statement": " " } ] """, "accounts[0].strategyNotes[0].statement")]
    [InlineData(""" "challenges": [ { "kind": "MacroChange", "statement": "" } ] """, "accounts[0].challenges[0].statement")]
    [InlineData(""" "environmentNotes": [ { "dimension": "Market", "text": " ", "date": "2026-01-01", "isFavourable": true, "origin": "Primary" } ] """, "accounts[0].environmentNotes[0].text")]
    [InlineData(""" "orderLines": [ { "date": "2026-01-01", "category": " ", "amount": 1, "unit": "" } ] """, "accounts[0].orderLines[0].category", "accounts[0].orderLines[0].unit")]
    public void A_blank_text_is_refused_by_its_path(string part, params string[] paths) =>
        FluentActions.Invoking(() => Core.Reviews.Portfolio.FromJson($$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", {{part}} } ] }"""))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => (fault.Path, fault.Message)).Should()
            .Equal(paths.Select(path => (path, "it is blank; it must be a text")));

    [Fact]
    public void A_group_wants_what_its_members_want()
    {
        var head = Good with { Id = "h", StrategyNotes = [Notes[0]] };
        var rolled = new AccountGroup(head, [Good with { Id = "m", StrategyNotes = [Notes[0]], Capabilities = [.. Good.Capabilities, new() { Id = "d", Statement = "lab" }] }]).RollUp(AsOf);
        rolled.StrategyNotes.Select(note => note.Id).Should().Equal("grow", "m/grow");
        rolled.Capabilities.Select(each => each.Id).Should().Equal("c", "d");
        rolled.Challenges.Should().HaveCount(2);
        var merged = new AccountGroup(new() { Id = "h" }, [Advanced(true) with { StrategyPlan = new() { OpenedOn = AsOf } }]).Merge(AsOf);
        (merged.StrategyPlan, merged.Cooperation is null).Should().Be((new StrategyPlan { OpenedOn = AsOf }, false));
    }

    [Fact]
    public void It_is_told_in_three_languages_with_match_white_spots_targets_and_calendar()
    {
        var account = Advanced(true);
        var review = Review(account);
        foreach (var language in Language.All)
        {
            var reader = new TopicReader(new(), "CNY", language) { Account = account };
            foreach (var topic in AccountTopic.Ready.Where(topic => topic.Topic == ReviewTopic.Strategy || topic.Topic == ReviewTopic.Cooperation))
            {
                topic.Summarise(review, reader).Should().NotBeNullOrEmpty();
                topic.Describe(review, reader).Should().NotBeEmpty();
            }
        }

        Told(review, account).Should().ContainAll("green steel", "63.3", "5.97", "The joint committee decides", "Secure delivery (business development", "strategic partner");
    }

    private static string Told(AccountReview review, AccountFile account)
    {
        var reader = new TopicReader(new(), "CNY", "en") { Account = account };
        var document = new Document("en", "t", [.. AccountTopic.Ready.Where(topic => topic.Topic == ReviewTopic.Strategy || topic.Topic == ReviewTopic.Cooperation).SelectMany(topic => topic.Describe(review, reader))]);
        return System.Text.RegularExpressions.Regex.Unescape(document.ToJson());
    }

    // One stage below the strategic one, with everything that a strategic agreement has on paper.
    private static AccountFile Advanced(bool createsJointly) => Good with
    {
        Development = new() { HasBought = true, IsPreferred = true, IsBroadlyConnected = true, SharesPlans = true, HasLongTermAgreement = true, CreatesJointly = createsJointly },
        Organisation = new() { Contract = ContractForm.StrategicAgreement, ShareOfWallet = 0.537, JointPlanningPerYear = 4, TopLevelMeetingsPerYear = 2, JointProjects = 3 },
        Relationship = new() { OrganisationalTrust = FactorLevel.High },
        ServiceContracts = [new() { Id = "s", Type = ServiceType.Evi, From = AsOf.PlusDays(-30) }],
        Cooperation = new()
        {
            StartedOn = AsOf.PlusDays(-100), JointInvestment = 60_000, IsInvolvedEarly = false, HasSteeringCommittee = true, SharesKpis = true,
            ConnectedDepartments = 5, ShareOfOurRevenue = 0.09,
            Gain = new() { ValueCreated = 900, OurInvestment = 100, TheirInvestment = 200, OurAlternative = 50, TheirAlternative = 150 },
            Meetings =
            [
                new() { Kind = GovernanceMeeting.LeadersMeeting, On = AsOf.PlusMonths(-12) }, new() { Kind = GovernanceMeeting.LeadersMeeting, On = AsOf.PlusMonths(-11) },
                new() { Kind = GovernanceMeeting.LeadersMeeting, On = AsOf },
            ],
        },
    };

    private static StrategyNote Note(string id, CustomerStrategyArea area, double weight, int strength) => new()
    {
        Id = id, Area = area, Statement = id, Weight = weight, Date = new(2025, 11, 30), Support = [new() { Capability = "c", Strength = strength }],
    };

    private static CapabilityLink Link(string id) => new() { Capability = id, Strength = 1 };

    private static AccountReview Review(AccountFile account) => new AccountReviewer().Review(Portfolio([account])).Accounts.Single();

    private static IEnumerable<string> Faults(AccountFile account) => Portfolio([account]).FaultsOf().Select(fault => $"{fault.Path}: {fault.Message}");

    private static Portfolio Portfolio(IReadOnlyList<AccountFile> accounts) => new() { Currency = "CNY", AsOf = AsOf, Accounts = accounts };
}
