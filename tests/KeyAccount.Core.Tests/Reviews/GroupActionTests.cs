using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Satisfaction;
using KeyAccount.Core.Stakeholders;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

/// <summary>Every action once, at the account that it belongs to; the money and the people of a group where they are read.</summary>
public class GroupActionTests
{
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly LocalDate AsOf = new(2025, 12, 31);

    [Fact]
    public void What_two_members_ask_for_stands_at_each_of_them_and_not_at_the_head()
    {
        var run = Begin(new() { Id = "g" }, Falling("a", "g"), Falling("b", "g"));

        var page = run.GroupReviews().Single();

        page.Group.Findings.Should().Contain(finding => finding.RuleId == "purchasesFall");
        Level(page, "fall.recover").Should().Equal("a", "b");
        Level(run.ToReview(), "fall.recover").Should().BeEquivalentTo("a", "b");
    }

    [Fact]
    public void The_contract_and_the_people_of_the_head_are_its_own_and_those_of_a_member_the_members()
    {
        Contract Ending(string id) => new() { Id = id, From = new(2025, 1, 1), Until = new(2026, 1, 31), AnnualValue = 900_000 };
        Contact Against(string id) => new() { Id = id, Role = StakeholderRole.KDM, Ladder = [new(LadderLevel.CR5, AsOf, "said so")] };
        var run = Begin(
            new() { Id = "g", Contracts = [Ending("frame")], Contacts = [Against("cpo")] },
            Buying("m", "g", 100) with { Contacts = [Against("mid")] },
            Buying("a", "m", 50_000) with { Contracts = [Ending("own")] });

        var review = run.ToReview();

        Level(review, "contractEnds.renew").Should().BeEquivalentTo("g", "a");
        Level(review, "decider.meet").Should().BeEquivalentTo("g", "m");
        review.Accounts.Single(each => each.Id == "g").Actions.Single(each => each.RuleId == "contractEnds.renew")
            .Should().Be(run.GroupReviews().Single().Group.Actions.Single(each => each.RuleId == "contractEnds.renew"));
    }

    // Each of them knows one person; that only one of all is for us shows in the group alone.
    [Fact]
    public void What_shows_in_the_whole_group_only_is_asked_for_at_its_head()
    {
        Contact Person(LadderLevel level) => new() { Id = "p", Role = StakeholderRole.KI, Ladder = [new(level, AsOf, "met")] };
        var run = Begin(
            new() { Id = "g", Contacts = [Person(LadderLevel.CR1)] }, Buying("a", "g", 500_000) with { Contacts = [Person(LadderLevel.CR3)] });

        var review = run.ToReview();

        review.Accounts.Should().OnlyContain(each => each.Findings.All(finding => finding.RuleId != "oneSupporter" && finding.RuleId != "supportLost"));
        var head = review.Accounts.Single(each => each.Id == "g");
        head.Group!.Findings.Select(finding => finding.RuleId).Should().Contain(["oneSupporter", "supportLost"]);
        Level(review, "support.win").Should().Equal("g");
    }

    // What it buys is known by its members: nobody asks the head what it buys.
    [Fact]
    public void A_head_is_not_asked_what_its_members_answer()
    {
        var review = Begin(new() { Id = "g" }, Buying("a", "g", 5_000)).ToReview();
        var head = review.Accounts.Single(each => each.Id == "g");
        head.Findings.Should().Contain(finding => finding.RuleId == "purchasesUnknown");
        head.Actions.Should().NotContain(action => action.Finding == "purchasesUnknown");
        Begin(new AccountFile { Id = "g" }).ToReview().Accounts[0].Actions.Should().NotBeEmpty("alone it is asked");
    }

    [Fact]
    public void Every_way_to_read_a_portfolio_has_the_same_actions_each_once() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var portfolio = new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = [.. Enumerable.Range(0, 12).Select(i => Any(i, random))] };
        foreach (var level in ParetoLevel.InOrder)
        {
            var run = new AccountReviewer().Begin(portfolio).RankedBy(level);
            var review = run.ToReview();
            var actions = review.Accounts.ToDictionary(account => account.Id, account => account.Actions);
            foreach (var account in run.Accounts)
            {
                run.Review(account).Should().Be(review.Accounts.Single(each => each.Id == account.Entry.Id), "alone as among all");
                if (run.GroupOf(account) is not { } group)
                    continue;
                var page = run.Review(group);
                page.Group.Actions.Should().Equal(actions[account.Entry.Id]);
                page.Own.Actions.Should().BeEmpty();
                foreach (var member in page.Members)
                    member.Should().Be(review.Accounts.Single(each => each.Id == member.Id));

                // A question is asked of the head or of its members.
                var unknown = page.Group.Findings.Where(finding => finding.Kind == FindingKind.Unknown).Select(finding => finding.RuleId).ToHashSet();
                page.Group.Actions.Where(action => unknown.Contains(action.Finding)).Select(action => action.Finding)
                    .Intersect(page.Members.SelectMany(member => member.Actions.Select(action => action.Finding))).Should().BeEmpty();
            }

            foreach (var account in review.Accounts)
                account.Actions.Select(action => (action.RuleId, action.Finding)).Should().OnlyHaveUniqueItems();
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
                run.WriteTo(json);
            Encoding.UTF8.GetString(stream.ToArray()).Should().Be(review.ToJson());
            PortfolioReview.FromJson(review.ToJson()).Should().Be(review);
            review.Summary.Purchases.Should().Be(review.Accounts.Sum(account => Math.Max(0, account.AnnualPurchases ?? 0)), "groups are not counted twice");
        }
    }).Check(Seeded.Cases(6));

    [Fact]
    public void A_faulty_member_leaves_the_head_to_stand_for_itself()
    {
        const string Json = """
            { "currency": "CNY", "asOf": "2025-12-31", "accounts": [
              { "id": "g" }, { "id": "a", "parent": "g", "purchases": [ { "month": "2025-12", "amount": 5 } ] }, { "id": "b", "parent": "g", "owner": " " } ] }
            """;
        var review = new AccountReviewer().Begin(PortfolioFile.ReadSkippingBadAccounts(new MemoryStream(Encoding.UTF8.GetBytes(Json)))).ToReview();
        review.Accounts.Single(each => each.Id == "g").Group!.AnnualPurchases.Should().Be(5);
        review.Summary.Skipped.Should().ContainSingle().Which.Id.Should().Be("b");
    }

    [Theory]
    [InlineData("en", "Head (group, 2 members)")]
    [InlineData("zh-Hans", "Head（集团，2个成员）")]
    [InlineData("zh-Hant", "Head（集團，2個成員）")]
    public void In_the_list_a_head_stands_with_the_money_of_its_group(string language, string name)
    {
        var review = Begin(new() { Id = "g", Name = "Head" }, Falling("a", "g"), Buying("b", "g", 40_000)).ToReview();
        var head = review.Accounts.Single(each => each.Id == "g");

        (head.AnnualPurchases, head.Group!.AnnualPurchases).Should().Be((null, review.Accounts.Sum(each => each.AnnualPurchases)));
        head.Group.AtStake.Should().BeGreaterThan(0).And.Be(head.Group.Findings.Max(finding => finding.AtStake));
        var rows = review.Describe(language).Blocks.OfType<Section>().SelectMany(section => section.Blocks).OfType<BarFigure>().Single().Data!.Rows;
        var row = rows.Single(each => each.Key == "g");
        ((TextCell)row.Cells[0]!).Display(language).Should().Be(name);
        ((NumberCell)row.Cells[3]!).Value.Should().Be(head.Group.AnnualPurchases!.Value);
        ((NumberCell)row.Cells[5]!).Value.Should().Be(head.Group.AtStake!.Value);
    }

    [Fact]
    public void By_group_the_shares_and_the_Gini_coefficient_are_of_groups_too()
    {
        // 60 + 20 of a group, 15 and 5 of two others.
        AccountFile[] accounts =
            [new() { Id = "g" }, Buying("a", "g", 60), Buying("b", "a", 20), Buying("c", null, 15), Buying("d", null, 5)];
        var run = Begin(accounts);
        run.ToReview().Summary.Concentration.Should().Be(new PortfolioConcentration(
            Pareto.Gini([60, 20, 15, 5]), 0.6m, 1, 2, 0.425));
        var review = run.RankedBy(ParetoLevel.Group).ToReview();
        review.Summary.Concentration.Should().Be(new PortfolioConcentration(
            Pareto.Gini([80, 15, 5]), 0.8m, 1, 1, 0.665, ParetoLevel.Group));
        (review.Summary.Purchases, review.Summary.AccountsWithPurchases).Should().Be((100, 4));
        review.Describe().Blocks.OfType<Paragraph>().Should().Contain(paragraph => Run.TextOf(paragraph.Runs).Contains(
            "By group, the largest customer brings in 80.0%, the five largest 100.0%. 1 group or single account is A by purchases."));
        review.OwnedBy("nobody").Summary.Concentration.Level.Should().Be(ParetoLevel.Group);
    }

    [Fact]
    public void Who_decides_for_the_group_is_shown_at_its_members_and_counted_once()
    {
        Contact Person(string id, StakeholderRole role, LocalDate? until = null) =>
            new() { Id = id, Name = $"Mr {id}", Role = role, Until = until, Ladder = [new(LadderLevel.CR3, AsOf, "met")] };
        var run = Begin(
            new()
            {
                Id = "g",
                Contacts = [Person("ceo", StakeholderRole.KDM), Person("user", StakeholderRole.KI), Person("gone", StakeholderRole.KDM, AsOf.PlusDays(-1))],
            },
            new() { Id = "m", Parent = "g", Contacts = [Person("coo", StakeholderRole.KDM)] },
            Buying("a", "m", 1_000),
            Buying("alone", null, 10));

        var review = run.ToReview();

        AccountReview Of(string id) => review.Accounts.Single(each => each.Id == id);
        Of("a").GroupPeople.Select(each => (each.Group, each.Person.Id)).Should().Equal(("m", "coo"), ("g", "ceo"));
        Of("m").GroupPeople.Select(each => (each.Group, each.Person.Id)).Should().Equal(("g", "ceo"));
        Of("alone").GroupPeople.Should().BeEmpty();
        Of("g").GroupPeople.Should().BeEmpty();
        Of("a").GroupPeople[0].Person.Should().Be(Of("m").People[0] with { Moves = [] });
        (Of("a").People.Count, Of("a").IsKnown(ReviewTopic.Stakeholders)).Should().Be((0, false), "they are the group's");
        Of("a").Findings.Should().Contain(finding => finding.RuleId == "nobodyKnown");
        run.GroupReviews().Single().Group.People.Should().HaveCount(3, "each is there once");
        foreach (var (language, words) in (IEnumerable<(string, string)>)[("en", "1 decision maker at m"), ("zh-Hans", "m决策者1人"), ("zh-Hant", "m決策者1人")])
        {
            var text = string.Join('\n', Texts(Of("a").Describe(new(new(), "CNY", language))));
            text.Should().Contain(words).And.Contain("Mr coo").And.Contain("Mr ceo").And.NotContain("Mr user").And.NotContain("Mr gone");
        }
    }

    [Fact]
    public void Evidence_that_a_member_does_not_know_yet_is_left_out()
    {
        var review = Begin(
            new() { Id = "g", Contacts = [new() { Id = "ceo", Role = StakeholderRole.KDM, Ladder = [new(LadderLevel.CR3, AsOf, "met")] }] },
            Buying("a", "g", 1_000) with { AsOf = AsOf.PlusDays(-1) }).ToReview();
        review.Accounts.Single(each => each.Id == "a").GroupPeople.Single().Person.Standing.Should().BeNull();
    }

    [Fact]
    public void Rows_of_one_company_that_contradict_each_other_are_told_with_both_values()
    {
        var head = new AccountFile
        {
            Id = "ACME", Name = "ACME Ltd", Owner = "Li", Satisfaction = SatisfactionLevel.High, Currency = "CNY",
            Value = new() { CreditDays = 30, NetProfit = 5 }, Wallet = [new("seals", 4, 100)],
            TierOverrides = [new(AccountTier.A, "Li", "strategic", new(2025, 1, 1), new(2026, 6, 30))],
        };
        var row = new AccountFile
        {
            Id = "acme2", Name = "Acme Holding", SameAs = "ACME", Owner = "Wang", Satisfaction = SatisfactionLevel.Low, Currency = "EUR",
            Value = new() { CreditDays = 60, NetProfit = 5 }, Wallet = [new("seals", 1, 120)],
            TierOverrides = [new(AccountTier.B, "Li", "small", new(2025, 1, 1), new(2026, 6, 30))],
        };
        ExchangeRateTable rates = new() { Name = "t", Rates = [new() { Date = AsOf, From = "EUR", To = "CNY", Rate = 1 }] };
        var portfolio = new Portfolio { Currency = "CNY", AsOf = AsOf, Rates = rates, Accounts = [head, row] };

        var review = new AccountReviewer().Review(portfolio).Accounts.Single();

        review.Warnings.Select(warning => (warning.Path, warning.Message.En)).Should().BeEquivalentTo(
        [
            ("name", Differs("name", "ACME Ltd", "Acme Holding")),
            ("owner", Differs("owner", "Li", "Wang")),
            ("satisfaction", Differs("satisfaction", "High", "Low")),
            ("value.creditDays", Differs("value.creditDays", "30", "60")),
            ("tierOverrides", Differs("tierOverrides", "A", "B")),
            ("wallet[0].wallet", Differs("wallet[0].wallet", "100", "120")),
            ("currency", "currency: ACME is in CNY; acme2, a row of the same company, is in EUR. Each is converted separately; if one of the currencies is wrong, correct it."),
        ]);
        review.Satisfaction.Should().Be(SatisfactionLevel.High);
        review.ShareOfWallet!.Categories.Single().Share.Should().Be(0.05m, "4 and 1 of one wallet of 100");
        var file = PortfolioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(portfolio.ToJson())));
        new AccountReviewer().Begin(file).ToReview().Accounts.Single().Warnings.Should().Equal(review.Warnings);

        static string Differs(string place, string one, string other) =>
            $"{place}: ACME says {one}; acme2, a row of the same company, says {other}. The review takes {one}; correct the one that is wrong.";
    }

    [Theory]
    [InlineData("ACME Ltd", "Acme  Ltd.", 0)]
    [InlineData("ACME Ltd", "A.C.M.E. ltd", 0)]
    [InlineData("ACME Ltd", "ACME Ltda", 1)]
    [InlineData("华东机械", "华东 机械", 0)]
    [InlineData(null, "ACME", 0)]
    public void Names_of_one_company_may_be_written_differently(string? one, string other, int warnings) =>
        Begin(new() { Id = "x", Name = one }, new() { Id = "y", Name = other, SameAs = "x" }).ToReview().Accounts.Single().Warnings
            .Should().HaveCount(warnings);

    [Fact]
    public void An_account_is_found_by_the_id_of_each_of_its_rows()
    {
        var run = Begin(new() { Id = "x" }, new() { Id = "y", SameAs = "x" }, new() { Id = "z", Owner = "Li" });
        run.Find("y").Should().BeSameAs(run.Find("x")).And.NotBeNull();
        run.Find("nobody").Should().BeNull();
        run.RowsOf(run.Find("x")!).Select(row => row.Id).Should().Equal("y");
        run.RowsOf(run.Find("z")!).Should().BeEmpty();
        run.OwnedBy("Li").Find("y").Should().BeNull("it is not among them");
    }

    private static AccountFile Any(int i, Random random)
    {
        var buys = random.Next(3) > 0;
        return new()
        {
            Id = $"{i:D2}",
            Parent = i > 0 && random.Next(3) > 0 ? $"{random.Next(i):D2}" : null,
            Purchases = buys
                ? [.. Enumerable.Range(1, 12).Select(month => new MonthlyPurchases(new(2025, month), random.Next(month > 6 ? 30_000 : 60_000)))]
                : [],
            Satisfaction = random.Next(3) == 0 ? SatisfactionLevel.Low : null,
            Contracts = random.Next(3) == 0
                ? [new() { Id = "c", From = new(2025, 1, 1), Until = AsOf.PlusDays(random.Next(1, 200)), AnnualValue = random.Next(500_000) }]
                : [],
            Contacts =
            [
                .. Enumerable.Range(0, random.Next(3)).Select(person => new Contact
                {
                    Id = $"p{person}", Role = StakeholderRole.InOrder[random.Next(StakeholderRole.InOrder.Count)],
                    Ladder = [new(LadderLevel.InOrder[random.Next(LadderLevel.InOrder.Count)], AsOf.PlusDays(-random.Next(500)), "met")],
                }),
            ],
        };
    }

    private static AccountFile Buying(string id, string? parent, decimal amount) =>
        new() { Id = id, Parent = parent, Purchases = [new(new(2025, 12), amount)] };

    private static AccountFile Falling(string id, string parent) => new()
    {
        Id = id, Parent = parent,
        Purchases = [.. Enumerable.Range(1, 12).Select(month => new MonthlyPurchases(new(2025, month), month > 6 ? 50_000 : 100_000))],
    };

    private static PortfolioReviewRun Begin(params AccountFile[] accounts) =>
        new AccountReviewer().Begin(new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = accounts });

    private static string[] Level(GroupReview page, string rule) =>
        [.. page.Members.Prepend(page.Group).Where(each => each.Actions.Any(action => action.RuleId == rule)).Select(each => each.Id)];

    private static string[] Level(PortfolioReview review, string rule) =>
        [.. review.Accounts.Where(each => each.Actions.Any(action => action.RuleId == rule)).Select(each => each.Id)];

    private static IEnumerable<string> Texts(Document document) =>
        [JsonSerializer.Serialize(document, Readable)];
}
