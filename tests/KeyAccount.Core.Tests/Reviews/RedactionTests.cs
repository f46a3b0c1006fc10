using System.Text;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Stakeholders;
using KeyAccount.Core.Tests.House;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class RedactionTests
{
    private static readonly Portfolio Named = Portfolio.FromJson(
        """
        {
          "name": "Accounts of Maria Lopez", "currency": "CNY", "asOf": "2025-12-31",
          "accounts": [
            { "id": "north", "name": "Northern Mills", "owner": "Maria Lopez",
              "contacts": [
                { "id": "p1", "name": "王小明", "role": "KDM", "jobTitle": "Mill director", "style": "Dominance",
                  "ladder": [ { "level": "CR3", "date": "2025-05-20", "evidence": "met Mr Stowe's brother" } ] },
                { "id": "p2", "name": "Ben Stowe" }, { "id": "p3", "name": "Ben Stowe" } ],
              "ties": [ { "from": "p1", "to": "p2", "kind": "Influences" } ],
              "opportunities": [ { "id": "d1", "name": "Pumps for ben stowe and 王小明的团队", "owner": "Tom Becker", "amount": 5,
                "history": [ { "stage": "P1", "since": "2025-10-01" } ], "needs": [ "a word with Stowe", "what Northern Mills wants" ],
                "nextStep": { "date": "2026-01-15", "text": "call Anna" } } ] },
            { "id": "south", "contacts": [ { "id": "p1", "name": "Ben Stowe" }, { "id": "p9" } ] },
            { "id": "Ian Foss Ltd", "owner": "Maria Lopez", "contacts": [ { "id": "p1", "name": "Ian Foss" } ] }
          ]
        }
        """);

    [Fact]
    public void The_same_person_has_the_same_pseudonym_and_another_has_another()
    {
        var redacted = Redaction.Redact(Named);
        var north = redacted.Accounts[0];
        var names = north.Contacts.Select(contact => contact.Name).ToArray();
        names.Should().Equal("Person 1", "Person 2", "Person 3").And.Equal(north.Contacts.Select(contact => contact.Id));
        north.Ties.Should().ContainSingle().Which.Should().Be(Named.Accounts[0].Ties[0] with { From = "Person 1", To = "Person 2" });
        redacted.Accounts[1].Contacts[0].Name.Should().Be("Person 2", "one name is one person in all accounts");
        redacted.Accounts[1].Contacts[1].Id.Should().MatchRegex("^Person [4-9]$");
        redacted.Accounts[2].Owner.Should().Be(north.Owner);
        north.Opportunities[0].Owner.Should().NotBe(north.Owner);
        redacted.Should().Be(Redaction.Redact(Named), "the order of the file decides");
    }

    // A code of a list that is the same for everybody names nobody, whoever is called so.
    [Fact]
    public void A_currency_stays_where_an_account_or_a_person_is_called_like_it()
    {
        var portfolio = Portfolio.FromJson("""
            {
              "currency": "CNY", "asOf": "2025-12-31", "rates": { "name": "bank", "rates": [ { "from": "EUR", "to": "CNY", "rate": 7.8, "date": "2025-12-31" } ] },
              "accounts": [
                { "id": "CNY", "name": "EUR" },
                { "id": "north", "currency": "EUR", "contacts": [ { "id": "p1", "name": "Eur" } ],
                  "opportunities": [ { "id": "d1", "name": "a deal with CNY", "currency": "EUR", "amount": 5, "history": [ { "stage": "P1", "since": "2025-10-01" } ] } ] }
              ]
            }
            """);
        var redacted = Redaction.Redact(portfolio, new() { Accounts = true });
        redacted.FaultsOf().Should().BeEmpty();
        redacted.Accounts[1].Currency.Should().Be("EUR");
        redacted.Accounts[1].Opportunities[0].Currency.Should().Be("EUR");
        redacted.Accounts[1].Opportunities[0].Name.Should().Be($"a deal with {redacted.Accounts[0].Id}");
        redacted.ToJson().Should().NotContain("\"id\": \"CNY\"");
    }

    [Fact]
    public void Names_in_texts_are_replaced_and_notes_as_a_whole()
    {
        var redacted = Redaction.Redact(Named);
        var (north, deal) = (redacted.Accounts[0], redacted.Accounts[0].Opportunities[0]);
        deal.Name.Should().Be("Pumps for Person 2 and Person 1的团队");
        deal.Needs.Should().Equal("a word with (redacted)", "what Northern Mills wants");
        deal.NextStep!.Text.Should().Be("(redacted)");
        north.Contacts[0].Ladder[0].Evidence.Should().Be("(redacted)");
        redacted.Name.Should().Be($"Accounts of {north.Owner}");
        Redaction.Redact(Named, new() { Language = "zh-Hans" }).Accounts[0].Contacts[0].Name.Should().Be("人员 1");
    }

    [Fact]
    public void Confidential_facts_stay_only_where_they_are_asked_for()
    {
        var contact = Redaction.Redact(Named).Accounts[0].Contacts[0];
        (contact.Style, contact.JobTitle, contact.Role).Should().Be((null, null, StakeholderRole.KDM));
        var kept = Redaction.Redact(Named, new() { KeepsConfidential = true }).Accounts[0].Contacts[0];
        (kept.Style, kept.JobTitle).Should().Be((PersonalityStyle.Dominance, "Mill director"));
    }

    [Fact]
    public void Accounts_keep_their_names_unless_a_person_stands_in_them_or_all_are_to_be_replaced()
    {
        Redaction.Redact(Named).Accounts.Select(account => account.Id).Should().Equal("north", "south", "Account 3");
        var all = Redaction.Redact(Named, new() { Accounts = true }, out var redaction);
        all.Accounts.Select(account => account.Id).Should().Equal("Account 1", "Account 2", "Account 3");
        all.Accounts[0].Name.Should().Be("Account 1");
        all.Accounts[0].Opportunities[0].Needs[1].Should().Be("what Account 1 wants");
        redaction.AccountIdOf("south").Should().Be("Account 2");
        redaction.AccountIdOf("elsewhere").Should().Be("Account 4");
    }

    [Fact]
    public void A_key_gives_a_person_the_same_pseudonym_in_every_portfolio_and_another_key_another()
    {
        var (one, two) = (new RedactionOptions { Key = new byte[16] }, new RedactionOptions { Key = Enumerable.Repeat((byte)7, 16).ToArray() });
        var turned = Named with { Accounts = [.. Named.Accounts.Reverse()] };
        string Of(Portfolio portfolio, RedactionOptions options) =>
            Redaction.Redact(portfolio, options).Accounts.Single(account => account.Id == "south").Contacts[0].Name!;
        Of(Named, one).Should().Be(Of(turned, one)).And.MatchRegex("^Person [A-Z2-9]{12}$").And.NotBe(Of(Named, two));
        FluentActions.Invoking(() => new RedactionOptions { Key = new byte[15] }).Should().Throw<ArgumentException>().WithMessage("Key has 15 bytes*");
    }

    [Fact]
    public void A_file_is_redacted_as_the_portfolio_in_memory_is()
    {
        var sample = Portfolio.FromJson(Sample);
        foreach (var options in (RedactionOptions[])[new(), new() { Accounts = true }])
        {
            var file = PortfolioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(Sample))).Redacted(options);
            var redacted = Redaction.Redact(sample, options);
            Enumerable.Range(0, file.Entries.Count).Select(file.Read).Should().Equal(redacted.Accounts);
            file.Entries.Select(entry => (entry.Id, entry.Owner)).Should().Equal(redacted.Accounts.Select(account => (account.Id, account.Owner)));
            redacted.FaultsOf().Should().BeEmpty();
        }
    }

    [Fact]
    public void The_figures_of_a_redacted_portfolio_are_those_of_the_original()
    {
        var sample = Portfolio.FromJson(Sample);
        var reviewer = new AccountReviewer(ReviewModels.For(sample));
        var (original, redacted) = (reviewer.Review(sample), reviewer.Review(Redaction.Redact(sample, new() { KeepsConfidential = true })));
        redacted.Accounts.Select(each => (each.Id, each.Value.Score, each.Risk, each.AtStake, each.Stakeholders?.Support.Value))
            .Should().Equal(original.Accounts.Select(each => (each.Id, each.Value.Score, each.Risk, each.AtStake, each.Stakeholders?.Support.Value)));
    }

    [Fact]
    public void What_a_faulty_account_says_is_not_passed_on()
    {
        const string Json = """{ "currency": "CNY", "asOf": "2025-12-31", "accounts": [ { "id": "a", "owner": "Maria Lopez", "contacts": [ { "id": "Liu Yang" }, { "id": "Liu Yang" } ] } ] }""";
        var file = PortfolioFile.ReadSkippingBadAccounts(new MemoryStream(Encoding.UTF8.GetBytes(Json)));
        file.Skipped[0].Faults[0].Message.Should().Contain("Liu Yang");
        file.Redacted().Skipped[0].ToString().Should().NotContain("Liu Yang").And.NotContain("Maria");
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(12, 0)]
    [InlineData(11, 1)]
    [InlineData(6, 2)]
    public void What_is_kept_about_people_for_too_long_is_pointed_out(int? months, int warnings)
    {
        var asOf = new LocalDate(2025, 12, 31);
        var portfolio = new Portfolio
        {
            Currency = "CNY",
            AsOf = asOf,
            PersonalFactsMonths = months,
            Accounts =
            [
                new()
                {
                    Id = "a",
                    Contacts =
                    [
                        new() { Id = "p1", Ladder = [new(LadderLevel.CR3, asOf.PlusMonths(-12), "visit"), new(LadderLevel.CR3, asOf, "visit")] },
                        new() { Id = "p2", Until = asOf.PlusMonths(-6).PlusDays(-1) },
                    ],
                },
            ],
        };
        var review = new AccountReviewer(ReviewModels.For(portfolio)).Review(portfolio);
        review.Accounts[0].Warnings.Select(each => each.Path).Should().Equal(((string[])["contacts[0].ladder", "contacts[1]"])[..warnings]);
        if (months == 11)
            review.Accounts[0].Warnings[0].Message.En.Should().StartWith("contacts[0].ladder: evidence about the person is older than the period for personal facts (entries: 1; months: 11)");
    }

    private static string Sample => File.ReadAllText(Path.Combine(SourceFiles.Root, "src", "KeyAccount.Tool", "Samples", "portfolio.json"));
}
