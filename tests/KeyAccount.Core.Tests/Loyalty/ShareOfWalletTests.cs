using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Loyalty;

namespace KeyAccount.Core.Tests.Loyalty;

public class ShareOfWalletTests
{
    [Fact]
    public void S000_spend_with_us_over_total_spend_in_the_category()
    {
        ShareOfWallet.Of(300_000, 1_200_000).Should().Be(0.25m);
        ShareOfWallet.Of(0, 5).Should().Be(0);
        ShareOfWallet.Of(5, 5).Should().Be(1);
    }

    [Fact]
    public void Without_a_wallet_it_is_undefined_and_above_1_an_error_in_the_data()
    {
        ShareOfWallet.Of(0, 0).Should().BeNull();
        ShareOfWallet.Of(1, 0).Should().BeNull();
        ((Action)(() => ShareOfWallet.Of(100.01m, 100))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("spendWithUs is 100.01; it must be at most 100.*").WithParameterName("spendWithUs");
        ((Action)(() => ShareOfWallet.Of(-1, 100)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("spendWithUs is -1; it must be at least 0.*");
        ((Action)(() => ShareOfWallet.Of(1, -100)))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("wallet is -100; it must be at least 0.*");
    }

    [Fact]
    public void Each_category_and_the_main_business_have_their_share()
    {
        var shares = ShareOfWallet.Of([new("valves", 60, 100), new("pumps", 20, 300), new("spare parts", 9, 10, IsMainBusiness: false)]);

        shares.Categories.Select(category => (category.Category, category.Share))
            .Should().Equal(("valves", 0.6m), ("pumps", 20m / 300), ("spare parts", 0.9m));
        shares.MainBusiness.Should()
            .Match<WalletShare>(main => main.Category == null && main.Share == 0.2m && main.Low == 0.2m && main.High == 0.2m);
        shares.MainBusiness.Reason.En.Should().Be("main business: 20 % of the wallet.");
        shares.MainBusiness.Reason.ZhHans.Should().Be("主营业务：钱包份额为20 %。");
        shares.DataErrors.Should().BeEmpty();
    }

    [Fact]
    public void Errors_in_the_data_are_named_and_spoil_the_main_business()
    {
        var shares = ShareOfWallet.Of(
        [
            new("above", 11, 10), new("negative", -1, 10), new("negative wallet", null, -10), new("ghost", 1, 0), new("empty", 0, 0),
            new("fine", 1, 2),
        ]);

        shares.Categories.Select(category => category.Outcome).Should().Equal(
            ShareOfWalletOutcome.SpendAboveWallet,
            ShareOfWalletOutcome.NegativeAmount,
            ShareOfWalletOutcome.NegativeAmount,
            ShareOfWalletOutcome.SpendWithoutWallet,
            ShareOfWalletOutcome.NoWallet,
            ShareOfWalletOutcome.Known);
        shares.DataErrors.Select(error => error.Category).Should().Equal("above", "negative", "negative wallet", "ghost");
        shares.Categories[0].Reason.En.Should().Be("above: the data are wrong: the customer spends 11 with us, more than its whole wallet of 10.");
        shares.Categories[1].Reason.En.Should().Be("negative: the data are wrong: an amount is negative (spend -1, wallet 10).");
        shares.Categories[3].Reason.En.Should().Be("ghost: the data are wrong: the customer spends 1 with us, but its wallet is 0.");
        shares.Categories[4].Reason.En.Should().Be("empty: the customer buys nothing at all, so there is no share.");
        shares.Categories.Take(5).Should().OnlyContain(category => category.Share == null && category.Low == null && category.High == null);
        shares.MainBusiness.Outcome.Should().Be(ShareOfWalletOutcome.ErrorInCategory);
        shares.MainBusiness.Share.Should().BeNull();
        shares.MainBusiness.Reason.En.Should().EndWith("corrected in: above, ghost, negative, negative wallet.");
    }

    [Fact]
    public void An_error_beside_the_main_business_does_not_spoil_it()
    {
        var shares = ShareOfWallet.Of([new("fine", 1, 2), new("above", 11, 10, false)]);

        shares.MainBusiness.Share.Should().Be(0.5m);
        shares.DataErrors.Should().ContainSingle();
    }

    [Fact]
    public void Without_main_business_or_wallet_there_is_no_share()
    {
        ShareOfWallet.Of([]).MainBusiness.Outcome.Should().Be(ShareOfWalletOutcome.NoWallet);
        ShareOfWallet.Of([new("side", 1, 2, false)]).MainBusiness.Outcome.Should().Be(ShareOfWalletOutcome.NoWallet);
        ShareOfWallet.Of([new("a", 0, 0), new("b", 0, 0)]).MainBusiness.Outcome.Should().Be(ShareOfWalletOutcome.NoWallet);
    }

    [Fact]
    public void What_is_not_known_gives_a_range()
    {
        // Known 30 of 100; of the others a spend between 0 and 100 is not known.
        var main = ShareOfWallet.Of([new("known", 30, 100), new("spend unknown", null, 100)]).MainBusiness;
        main.Should()
            .Match<WalletShare>(m => m.Outcome == ShareOfWalletOutcome.PartlyKnown && m.Share == 0.3m && m.Low == 0.15m && m.High == 0.65m);
        main.Reason.En.Should().Be("main business: we have 30 % of the part we know, and between 15 and 65 % of the whole.");

        // A wallet that is not known may be no larger than the spend, or as large as one likes.
        ShareOfWallet.Of([new("known", 30, 100), new("wallet unknown", 40, null)]).MainBusiness
            .Should().Match<WalletShare>(m => m.Share == 0.3m && m.Low == 0 && m.High == 0.5m);
        ShareOfWallet.Of([new("known", 30, 100), new("nothing known", null, null)]).MainBusiness
            .Should().Match<WalletShare>(m => m.Share == 0.3m && m.Low == 0 && m.High == 1);
    }

    [Fact]
    public void Where_nothing_is_known_there_is_no_share_but_a_range()
    {
        var shares = ShareOfWallet.Of([new("a", null, 100), new("b", 10, null), new("c", 0, null)]);

        shares.Categories.Select(category => (category.Outcome, category.Share, category.Low, category.High)).Should().Equal(
            (ShareOfWalletOutcome.NotKnown, null, 0m, 1m), (ShareOfWalletOutcome.NotKnown, null, 0m, 1m),
            (ShareOfWalletOutcome.NotKnown, null, 0m, 0m));
        shares.MainBusiness.Should()
            .Match<WalletShare>(m => m.Outcome == ShareOfWalletOutcome.NotKnown && m.Share == null && m.Low == 0 && m.High == 1);
        shares.MainBusiness.Reason.En.Should().Be("main business: we do not know what the customer spends.");
        ShareOfWallet.Of([new("c", 0, null)]).MainBusiness.High.Should().Be(0);
    }

    [Fact]
    public void Whatever_the_unknown_turns_out_to_be_the_share_is_within_the_range()
    {
        var cases =
            from wallets in Gen.Choose(0, 100).ArrayOf(4)
            from spends in Gen.Choose(0, 100).ArrayOf(4)
            from hidden in Gen.Choose(0, 3).ArrayOf(4)
            select wallets.Select((wallet, i) => (Wallet: (decimal)wallet, Spend: Math.Min(spends[i], wallet), Hidden: hidden[i]))
                .ToArray();
        Check.One(Seeded.Cases(2000), Prop.ForAll(cases.ToArbitrary(), truth =>
        {
            var all = truth.Sum(each => each.Wallet);
            var main = ShareOfWallet.Of([.. truth.Select((each, i) => new CategorySpend(
                $"c{i}", (each.Hidden & 1) == 0 ? each.Spend : null, (each.Hidden & 2) == 0 ? each.Wallet : null))]).MainBusiness;
            var spend = truth.Sum(each => each.Spend);
            return all == 0 || (!main.IsDataError && main.Low - 1e-20m <= spend / all && spend / all <= main.High + 1e-20m);
        }));
    }

    [Fact]
    public void The_order_of_the_categories_does_not_matter()
    {
        CategorySpend[] categories = [new("a", 11, 10), new("b", null, 7), new("c", 1, 0), new("d", 2, 3)];

        ShareOfWallet.Of(categories).MainBusiness.Should().Be(ShareOfWallet.Of([.. categories.AsEnumerable().Reverse()]).MainBusiness);
        ShareOfWallet.Of([categories[1], categories[3]]).MainBusiness.Should()
            .Be(ShareOfWallet.Of([categories[3], categories[1]]).MainBusiness);
    }

    [Fact]
    public void Shares_are_equal_by_their_contents()
    {
        var shares = ShareOfWallet.Of([new("a", 1, 2), new("b", 1, 4)]);

        shares.Should().Be(ShareOfWallet.Of([new("a", 1, 2), new("b", 1, 4)]));
        shares.GetHashCode().Should().Be(ShareOfWallet.Of([new("a", 1, 2), new("b", 1, 4)]).GetHashCode());
        (shares with { Categories = [.. shares.Categories.Reverse()] }).Should().NotBe(shares);
        ((Action)(() => _ = shares with { Categories = null! })).Should().Throw<ArgumentNullException>().WithParameterName("Categories");
    }

    [Fact]
    public void Categories_have_names_of_their_own()
    {
        ((Action)(() => ShareOfWallet.Of([new("a", 1, 2), new("a", 1, 2)]))).Should().Throw<ArgumentException>()
            .WithMessage("categories has 'a' twice; give each category once.*");
        ((Action)(() => ShareOfWallet.Of([new(" ", 1, 2)]))).Should().Throw<ArgumentException>().WithParameterName("categories");
        ((Action)(() => ShareOfWallet.Of([null!]))).Should().Throw<ArgumentNullException>().WithParameterName("categories");
        ((Action)(() => ShareOfWallet.Of(null!))).Should().Throw<ArgumentNullException>().WithParameterName("categories");
    }

    [Fact]
    public void Shares_survive_JSON_and_read_the_same_everywhere()
    {
        var share = ShareOfWallet.Of([new("valves", 60.5m, 100)]).Categories[0];

        JsonSerializer.Deserialize<WalletShare>(JsonSerializer.Serialize(share)).Should().Be(share);
        using var _ = new CultureScope("de-DE");
        share.ToString().Should().Contain("Share = 0.605");
        new CategorySpend("valves", 60.5m, null).ToString()
            .Should().Be("CategorySpend { Category = valves, Unit = , SpendWithUs = 60.5, Wallet = , IsMainBusiness = True, Supplier = , Block = , Currency =  }");
    }

    [Fact]
    public void A_known_share_is_its_own_range_and_is_told_as_a_percentage()
    {
        var share = ShareOfWallet.Of([new("valves", 60, 200) { Unit = " north " }]).Categories.Single();

        (share.Share, share.Low, share.High).Should().Be((0.3m, (decimal?)0.3m, (decimal?)0.3m));
        share.Category.Should().Be("valves · north");
        share.Reason.En.Should().Be("valves · north: 30 % of the wallet.");
    }
}
