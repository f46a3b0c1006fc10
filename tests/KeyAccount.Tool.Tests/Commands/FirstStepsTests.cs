using KeyAccount.Tool.Tests.Support;

namespace KeyAccount.Tool.Tests.Commands;

/// <summary>The first lines of <c>explain</c>: what to offer is named from what is known, and asked for only where nothing is.</summary>
public sealed class FirstStepsTests
{
    [Theory]
    [InlineData("rival", "drives: 300,000 CNY a year are with Norvik; find out what would win it")]
    [InlineData("need", "an answer to “Seals leak after nine months.”, worth 90,000 CNY a year to the customer")]
    [InlineData("all", "everything it is known to buy comes from us or is out of reach: ask about new needs")]
    [InlineData("prospect", "what Norvik supplies today; find out how much it is and what the customer lacks")]
    [InlineData("nothing", "nothing open is known: ask what it buys, and from whom")]
    public void What_to_offer_follows_from_what_is_known(string account, string offer)
    {
        using var folder = new TemporaryFolder();
        var portfolio = folder.Write("portfolio.json", """
            { "version": 3, "currency": "CNY", "asOf": "2026-03-31", "accounts": [
              { "id": "rival", "wallet": [ { "category": "drives", "spendWithUs": 0, "wallet": 300000, "supplier": "Norvik" } ] },
              { "id": "need", "wallet": [ { "category": "drives", "spendWithUs": 0, "wallet": 300000, "supplier": "Norvik" } ],
                "needs": [ { "id": "n", "words": "Seals leak after nine months.", "depth": "Explicit", "expectation": { "value": 18, "unit": "months" },
                  "today": { "value": 9, "unit": "months" }, "direction": "Higher",
                  "worth": [ { "perUnit": 10000, "currency": "CNY", "beneficiary": "plant" } ] } ] },
              { "id": "all", "wallet": [ { "category": "drives", "spendWithUs": 300000, "wallet": 300000 } ] },
              { "id": "prospect", "prospect": { "incumbent": "Norvik" } },
              { "id": "nothing", "value": { "annualPurchases": 120000 } } ] }
            """);

        var words = string.Join(' ', ToolRun.Of("explain", account, "--portfolio", portfolio, "--lang", "en").Succeeds()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        words.Should().Contain($"What to offer {offer} Next action");
    }

    [Fact]
    public void Where_nobody_is_known_the_next_action_is_to_find_out_who_decides()
    {
        using var folder = new TemporaryFolder();
        var portfolio = folder.Write("portfolio.json", """
            { "version": 3, "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "x", "purchases": [ { "month": "2026-01", "amount": 10 } ] } ] }
            """);

        ToolRun.Of("explain", "x", "--portfolio", portfolio, "--lang", "en").Succeeds().Should()
            .NotContain("nothing is due for now").And.Contain("find out who decides");
    }
}
