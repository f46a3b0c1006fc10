using System.Reflection;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class AccountGroupTests
{
    private static readonly LocalDate AsOf = new(2025, 12, 31);

    [Fact]
    public void A_group_buys_what_its_accounts_buy_month_by_month()
    {
        var rolled = new AccountGroup(
            Buying("g", (11, 5)), [Buying("a", (11, 10), (12, 20)), Buying("b", (10, 1), (12, -3))]).RollUp(AsOf);
        rolled.Purchases.Select(each => (each.Month.Month, each.Amount)).Should().Equal((10, 1m), (11, 15m), (12, 17m));
        (rolled.Id, rolled.ValueAsOf(AsOf).AnnualPurchases).Should().Be(("g", 33m));
    }

    [Fact]
    public void Contracts_deals_people_and_ties_keep_apart_by_the_id_of_their_member()
    {
        var member = new AccountFile
        {
            Id = "a",
            Contacts = [new() { Id = "p1" }, new() { Id = "p2" }],
            Ties = [new("p1", "p2", KeyAccount.Core.Stakeholders.TieKind.ReportsTo)],
            Contracts = [new() { Id = "c", From = new(2025, 1, 1) }],
            Opportunities =
            [
                new() { Id = "d", AccountId = "a", Amount = 10, History = [new(KeyAccount.Core.Funnel.FunnelStage.P1, new(2025, 6, 1))] },
            ],
        };
        var rolled = new AccountGroup(member with { Id = "g", Opportunities = [] }, [member, member with { Id = "b" }]).RollUp(AsOf);
        rolled.Contacts.Select(each => each.Id).Should().Equal("p1", "p2", "a/p1", "a/p2", "b/p1", "b/p2");
        rolled.Ties.Select(each => (each.From, each.To)).Should().Equal(("p1", "p2"), ("a/p1", "a/p2"), ("b/p1", "b/p2"));
        rolled.Contracts.Select(each => each.Id).Should().Equal("c", "a/c", "b/c");
        rolled.Opportunities.Select(each => (each.Id, each.AccountId)).Should().Equal(("a/d", null), ("b/d", null));
    }

    [Fact]
    public void What_is_not_known_of_a_buying_member_is_not_known_of_the_group()
    {
        AccountFile Plant(string id, decimal purchases, double? margin, decimal? profit, decimal? spend) => new()
        {
            Id = id,
            Value = new() { AnnualPurchases = purchases, GrossMarginRate = margin, NetProfit = profit, CategorySpend = spend },
            Wallet = [new("seals", purchases, spend)],
        };
        var head = new AccountFile { Id = "g" };
        var known = new AccountGroup(head, [Plant("a", 300, 0.1, 10, 400), Plant("b", 100, 0.3, 20, 100), new() { Id = "c" }]).RollUp(AsOf);
        known.Value.Should().Be(new AccountValueFacts
        {
            AnnualPurchases = 400, NetProfit = 30, CategorySpend = 500, GrossMarginRate = known.Value!.GrossMarginRate,
        });
        known.Value!.GrossMarginRate.Should().BeApproximately(0.15, 1e-12, "(300 × 0.1 + 100 × 0.3) / 400");
        known.Wallet.Should().ContainSingle().Which.Should().Be(new KeyAccount.Core.Loyalty.CategorySpend("seals", 400, 500));

        var unknown = new AccountGroup(head, [Plant("a", 300, 0.1, 10, 400), Plant("b", 100, null, null, null)]).RollUp(AsOf);
        unknown.Value.Should().Be(new AccountValueFacts { AnnualPurchases = 400 });
        unknown.Wallet.Should().ContainSingle().Which.Wallet.Should().BeNull();
    }

    [Fact]
    public void What_the_head_states_goes_before_what_its_members_show()
    {
        var head = new AccountFile { Id = "g", Value = new() { NetProfit = 1, CreditDays = 30, GrossMarginRate = 0.5 } };
        var rolled = new AccountGroup(
            head, [new() { Id = "a", Value = new() { AnnualPurchases = 7, NetProfit = 5, CreditDays = 90, GrossMarginRate = 0.1 } }]).RollUp(AsOf);
        rolled.Value.Should().Be(head.Value with { AnnualPurchases = 7 });
    }

    [Fact]
    public void Groups_rank_by_what_they_buy_together_and_sums_are_equal() => Prop.ForAll(
        Gen.Choose(-1, 9).Select(parent => parent < 0 ? (int?)null : parent).ArrayOf(25).ToArbitrary(),
        Gen.Choose(0, 1_000_000).ArrayOf(25).ToArbitrary(),
        (parents, amounts) =>
    {
        // Parents come before their members, so that there is no cycle; ten levels are not reached.
        var accounts = parents.Select((parent, i) => Buying($"{i:D2}", (12, amounts[i] / 100m)) with
        {
            Parent = parent is { } below && below < i && i >= 5 ? $"{below:D2}" : null,
        }).ToArray();
        var run = new AccountReviewer().Begin(new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = accounts });
        var grouped = run.Groups.SelectMany(group => group.Members.Append(group.Head)).Select(each => each.Entry.Id).ToArray();
        grouped.Should().OnlyHaveUniqueItems();
        (run.Groups.Sum(group => group.AnnualPurchases) + run.Accounts.Where(each => !grouped.Contains(each.Entry.Id))
            .Sum(each => each.Entry.AnnualPurchases)).Should().Be(accounts.Sum(account => account.Purchases.Sum(each => each.Amount)));
        foreach (var (group, review) in run.Groups.Zip(run.GroupReviews()))
        {
            review.Group.AnnualPurchases.Should().Be(group.AnnualPurchases)
                .And.Be(review.Own.AnnualPurchases + review.Members.Sum(member => member.AnnualPurchases));
            (review.Group.Rank, review.Group.RevenueTier).Should().Be((group.Rank, group.RevenueTier));
        }

        var byGroup = run.RankedBy(ParetoLevel.Group);
        byGroup.Accounts.Select(each => each.Entry.Id).Should().BeEquivalentTo(accounts.Select(each => each.Id));
        foreach (var group in byGroup.Groups)
            group.Members.Append(group.Head).Should().OnlyContain(each => each.Rank == group.Rank && each.RevenueTier == group.RevenueTier);
        byGroup.RankedBy(ParetoLevel.Account).Accounts.Should().Equal(run.Accounts);
    }).Check(Seeded.Cases(60));

    [Fact]
    public void A_cycle_of_any_length_is_found_once_with_its_way() => Prop.ForAll(
        Gen.Choose(2, 40).ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (length, behind) =>
    {
        AccountFile[] accounts =
        [
            .. Enumerable.Range(0, length).Select(i => new AccountFile { Id = $"c{i}", Parent = $"c{(i + 1) % length}" }),
            .. Enumerable.Range(0, behind).Select(i => new AccountFile { Id = $"b{i}", Parent = i == 0 ? "c0" : $"b{i - 1}" }),
        ];
        var fault = new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = accounts }.FaultsOf()
            .First(each => each.Message.Contains("leads back"));
        (fault.Path, fault.AccountId).Should().Be(("accounts[0].parent", "c0"));
        fault.Message.Should().StartWith("it leads back to the account itself: 'c0' → 'c1'").And.Contain("→ 'c0'; one of them");
    }).Check(Seeded.Cases(40));

    [Theory]
    [InlineData("""{ "id": "a", "parent": "x" }""", "accounts[0].parent", "there is no account 'x'; it must be the id of an account of the portfolio")]
    [InlineData("""{ "id": "a", "parent": "a" }""", "accounts[0].parent", "it is 'a', the account itself; it must be another account")]
    [InlineData("""{ "id": "a", "parent": " " }""", "accounts[0].parent", "it is blank; leave it out if there is none")]
    [InlineData("""{ "id": "a", "sameAs": "b", "parent": "c" }""", "accounts[0].parent", "it is given beside sameAs; give it at 'b', which is the same account")]
    [InlineData("""{ "id": "a", "sameAs": "d" }""", "accounts[0].sameAs", "'d' is itself the same as 'b'; name one account that is not")]
    [InlineData("""{ "id": "a", "parent": "d" }""", "accounts[0].parent", "'d' is the same as 'b'; name that account")]
    [InlineData("""{ "id": "a", "currency": "EUR", "wallet": [ { "category": "seals", "wallet": 1 } ] }""", "accounts[0].wallet[0].wallet", "it is in EUR, and the portfolio is in CNY; give rates, or convert it")]
    public void A_link_that_cannot_be_followed_is_a_fault_with_its_place(string account, string path, string message)
    {
        var json = $$"""{ "currency": "CNY", "asOf": "2025-12-31", "accounts": [ {{account}}, { "id": "b" }, { "id": "c" }, { "id": "d", "sameAs": "b" } ] }""";
        var expected = new ModelFault(path, message) { AccountId = "a" };
        FluentActions.Invoking(() => Portfolio.FromJson(json)).Should().Throw<InvalidModelException>().Which.Faults.Should().Equal(expected);
        FluentActions.Invoking(() => Read(json)).Should().Throw<InvalidModelException>().Which.Faults.Should().Equal(expected);

        var skipping = PortfolioFile.ReadSkippingBadAccounts(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        skipping.Skipped.Should().ContainSingle().Which.Faults.Should().Equal(expected);
        new AccountReviewer().Begin(skipping).ToReview().Accounts.Select(each => each.Id).Should().BeEquivalentTo("b", "c");
    }

    [Theory]
    [InlineData(AccountGroup.MostLevels, 0)]
    [InlineData(AccountGroup.MostLevels + 1, 1)]
    public void A_group_has_so_many_levels(int levels, int faults)
    {
        AccountFile[] accounts =
            [.. Enumerable.Range(0, levels + 1).Reverse().Select(i => new AccountFile { Id = $"{i}", Parent = i == 0 ? null : $"{i - 1}" })];
        new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = accounts }.FaultsOf().Should().HaveCount(faults);
    }

    [Fact]
    public void A_contract_of_the_group_applies_to_its_members_and_is_renewed_once()
    {
        var review = Review(
            new AccountFile { Id = "g", Contracts = [new() { Id = "frame", From = new(2025, 1, 1), Until = new(2026, 1, 31), AnnualValue = 900_000 }] },
            Buying("a", (12, 500)) with { Parent = "g" },
            Buying("b", (12, 400)) with { Parent = "a" });
        review.Members.Select(member => (member.Id, member.Contract?.Id, member.ContractGroup)).Should()
            .Equal(("a", "frame", "g"), ("b", "frame", "g"));
        review.Group.ContractGroup.Should().BeNull();
        review.Group.Findings.Should().ContainSingle(finding => finding.RuleId == "contractEnds").Which.AtStake.Should().Be(180_000);
        review.Members.SelectMany(member => member.Findings).Should().NotContain(finding => finding.RuleId == "contractEnds");
        review.Group.Actions.Concat(review.Members.SelectMany(member => member.Actions))
            .Should().ContainSingle(action => action.RuleId == "contractEnds.renew");
    }

    [Theory]
    [InlineData("2026-06-30", "own", null)]
    [InlineData("2026-01-31", "own", null)]
    [InlineData("2026-01-30", "frame", "g")]
    public void Of_its_own_contract_and_that_of_the_group_the_one_that_ends_last_binds_a_member(string until, string bound, string? group)
    {
        var end = NodaTime.Text.LocalDatePattern.Iso.Parse(until).Value;
        var review = Review(
            new AccountFile { Id = "g", Contracts = [new() { Id = "frame", From = new(2025, 1, 1), Until = new(2026, 1, 31) }] },
            new AccountFile { Id = "a", Parent = "g", Contracts = [new() { Id = "own", From = new(2025, 1, 1), Until = end }] });
        (review.Members[0].Contract?.Id, review.Members[0].ContractGroup).Should().Be((bound, group));
        (review.Group.Contract?.Id, review.Group.MemberContracts).Should().Be(("frame", 1), "a contract of a member does not bind the group");
    }

    [Fact]
    public void Rows_of_one_company_are_one_account_with_everything_that_either_knows()
    {
        var portfolio = new Portfolio
        {
            Currency = "CNY",
            AsOf = AsOf,
            Accounts =
            [
                Buying("ACME Ltd", (11, 10)),
                Buying("Acme  Ltd.", (12, 5)) with
                {
                    SameAs = "ACME Ltd", Owner = "Li", Satisfaction = KeyAccount.Core.Satisfaction.SatisfactionLevel.High,
                    Contacts = [new() { Id = "p" }],
                },
                Buying("Other", (12, 12)),
            ],
        };
        var review = new AccountReviewer().Review(
            portfolio, [new("Acme  Ltd.", new(2025, 12, 1), 5), new("ACME Ltd", new(2025, 11, 1), 10)]);
        review.Accounts.Select(each => (each.Id, each.AnnualPurchases, each.Rank)).Should()
            .Equal(("ACME Ltd", 15m, 1), ("Other", 12m, 2));
        var merged = review.Accounts[0];
        (merged.Owner, merged.Satisfaction?.Name).Should().Be(("Li", "High"));
        merged.People.Select(person => person.Id).Should().Equal("Acme  Ltd./p");
        review.Retention!.Cohorts.Sum(cohort => cohort.Accounts).Should().Be(1, "both rows are one customer");
    }

    // Whatever an account file comes to hold, a row that is the same company brings it along.
    [Fact]
    public void Nothing_that_only_the_other_row_knows_is_lost()
    {
        var sample = Portfolio.FromJson(File.ReadAllText(
            Path.Combine(House.SourceFiles.Root, "src", "KeyAccount.Tool", "Samples", "portfolio.json")));
        string[] ofItself = [nameof(AccountFile.Id), nameof(AccountFile.Name), nameof(AccountFile.Parent), nameof(AccountFile.SameAs)];
        var parts = typeof(AccountFile).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(part => part.CanWrite && !ofItself.Contains(part.Name)).ToArray();
        foreach (var part in parts)
        {
            var known = part.Name switch
            {
                nameof(AccountFile.Topics) => (AccountFile?)new() { Id = "a", Topics = [new(new SustainabilityTopic().Topic, "{}")] },
                nameof(AccountFile.Currency) => new() { Id = "a", Currency = "CNY" },
                nameof(AccountFile.Complaints) => new() { Id = "a", Complaints = [KeyAccount.Core.Satisfaction.Complaint.Open("c", null, AsOf)] },
                nameof(AccountFile.AsOf) => new() { Id = "a", AsOf = AsOf },
                nameof(AccountFile.Lifecycle) => new() { Id = "a", Lifecycle = new() { HasBought = true } },
                nameof(AccountFile.Lifetime) => new() { Id = "a", Lifetime = new() { CostToServe = 1 } },
                _ => sample.Accounts.FirstOrDefault(account => IsKnown(part.GetValue(account))),
            };
            known.Should().NotBeNull($"the sample knows {part.Name} of some account");
            var merged = new AccountGroup(new() { Id = "ACME Ltd" }, [known! with { Parent = null }]).Merge(AsOf);
            IsKnown(part.GetValue(merged)).Should().BeTrue($"{part.Name} is not lost");
        }

        foreach (var fact in typeof(KeyAccount.Core.Grading.AccountValueFacts).GetProperties().Where(fact => fact.CanWrite))
        {
            var known = fact.Name == nameof(KeyAccount.Core.Grading.AccountValueFacts.AnnualPurchases) ? new() { AnnualPurchases = 1 }
                : sample.Accounts.First(account => account.Value is { } value && fact.GetValue(value) is not null).Value!;
            var merged = new AccountGroup(new() { Id = "h", Value = new() }, [new() { Id = "a", Value = known }]).Merge(AsOf);
            fact.GetValue(merged.Value).Should().NotBeNull($"{fact.Name} is not lost");
        }

        static bool IsKnown(object? value) => value is System.Collections.ICollection list ? list.Count > 0
            : value is System.Collections.IEnumerable items and not string ? items.Cast<object>().Any() : value is not null;
    }

    [Fact]
    public void A_redacted_group_keeps_its_members_and_its_rows()
    {
        var portfolio = new Portfolio
        {
            Currency = "CNY",
            AsOf = AsOf,
            Accounts = [Buying("b", (12, 1)) with { Parent = "g" }, new() { Id = "g" }, Buying("b2", (12, 2)) with { SameAs = "b" }],
        };
        var redacted = Redaction.Redact(portfolio, new() { Accounts = true });
        redacted.FaultsOf().Should().BeEmpty();
        redacted.Accounts[0].Parent.Should().Be(redacted.Accounts[1].Id).And.NotBe("g");
        redacted.Accounts[2].SameAs.Should().Be(redacted.Accounts[0].Id);
        var run = new AccountReviewer().Begin(Read(portfolio.ToJson()).Redacted(new() { Accounts = true }));
        run.Review(run.Groups.Single()).Should().Be(new AccountReviewer().Begin(redacted).GroupReviews().Single());
    }

    [Fact]
    public void Of_a_file_that_is_not_held_a_group_is_reviewed_as_of_one_in_memory()
    {
        AccountFile[] accounts =
        [
            new() { Id = "g", Name = new string('x', 9 << 20) },
            .. Enumerable.Range(0, 20).Select(i => Buying($"m{i:D2}", (12, i)) with { Parent = "g" }),
        ];
        var portfolio = new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = accounts };
        var run = new AccountReviewer().Begin(Read(portfolio.ToJson()));
        run.Review(run.Groups[0]).Should().Be(new AccountReviewer().Begin(portfolio).GroupReviews().Single());
    }

    [Fact]
    public void Too_many_people_together_are_a_fault_of_the_group()
    {
        AccountFile Crowd(string id, int people) => new()
        {
            Id = id, Parent = "g", Contacts = [.. Enumerable.Range(0, people).Select(i => new Contact { Id = $"{i}" })],
        };
        var most = KeyAccount.Core.Stakeholders.StakeholderMap.MostPeople;
        Review(new() { Id = "g" }, Crowd("a", most - 1), Crowd("b", 1)).Members.Should().HaveCount(2);
        FluentActions.Invoking(() => Review(new() { Id = "g" }, Crowd("a", most), Crowd("b", 1))).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle().Which.Should().Be(
                new ModelFault("accounts[0].contacts", $"with its members it has {most + 1} entries; it must have at most {most}") { AccountId = "g" });
    }

    [Fact]
    public void Deals_of_members_in_another_currency_are_named()
    {
        AccountFile Dealing(string id, string? currency) => new()
        {
            Id = id,
            Parent = "g",
            Opportunities =
            [
                new() { Id = "d", Amount = 1, Currency = currency, History = [new(KeyAccount.Core.Funnel.FunnelStage.P1, new(2025, 6, 1))] },
            ],
        };
        Review(new() { Id = "g" }, Dealing("a", "CNY"), Dealing("b", null)).Group.Pipeline!.OpenAmount.Should().Be(2);
        FluentActions.Invoking(() => Review(new() { Id = "g" }, Dealing("a", "CNY"), Dealing("b", "EUR"))).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().Equal(
                new ModelFault("accounts[2].opportunities[0].amount", "it is in EUR, and the portfolio is in CNY; give rates, or convert it") { AccountId = "b" });
    }

    [Fact]
    public void A_review_of_a_group_is_a_value_that_JSON_keeps_and_a_page_that_people_read()
    {
        var run = Begin(new() { Id = "g" }, Buying("a", (12, 500)) with { Parent = "g" });
        var review = run.Review(run.GroupOf(run.Accounts.Single(each => each.Entry.Id == "g"))!);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            review.WriteTo(json);
        using var read = JsonDocument.Parse(stream.ToArray());
        read.RootElement.GetProperty("members")[0].GetProperty("id").GetString().Should().Be("a");
        read.RootElement.GetProperty("group").GetProperty("annualPurchases").GetDecimal().Should().Be(500);

        foreach (var language in (string[])["en", "zh-Hans", "zh-Hant"])
        {
            review.Describe(new(new(), "CNY", language)).Blocks.OfType<Section>()
                .Should().ContainSingle(section => section.Blocks.OfType<Table>().Any(table => table.Rows.Any(row => row.Key == "a")));
        }

        run.GroupOf(run.Accounts.Single(each => each.Entry.Id == "a")).Should().BeNull();
        FluentActions.Invoking(() => run.GroupOf(run.Accounts[0] with { Index = 99 })).Should().Throw<ArgumentException>();
    }

    private static AccountFile Buying(string id, params (int Month, decimal Amount)[] purchases) => new()
    {
        Id = id, Purchases = [.. purchases.Select(each => new MonthlyPurchases(new(2025, each.Month), each.Amount))],
    };

    private static PortfolioReviewRun Begin(params AccountFile[] accounts) =>
        new AccountReviewer().Begin(new Portfolio { Currency = "CNY", AsOf = AsOf, Accounts = accounts });

    private static GroupReview Review(params AccountFile[] accounts)
    {
        var run = Begin(accounts);
        return run.Review(run.Groups.Single());
    }

    private static PortfolioFile Read(string json) => PortfolioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
