using Ardalis.SmartEnum;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Terms;

public class TermTests
{
    [Fact]
    public void InOrder_is_by_value_whatever_the_names_and_the_order_of_declaration()
    {
        AccountTier.InOrder.Should().Equal(AccountTier.A, AccountTier.B, AccountTier.C);
        Rung.InOrder.Should().Equal(Rung.Vendor, Rung.Supplier, Rung.Partner);
        Season.InOrder.Should().Equal(Season.Peak, Season.Slack);
    }

    [Fact]
    public void InOrder_is_made_once_and_cannot_be_changed()
    {
        AccountTier.InOrder.Should().BeSameAs(AccountTier.InOrder);
        var assign = () => ((IList<AccountTier>)AccountTier.InOrder)[0] = AccountTier.C;
        assign.Should().Throw<NotSupportedException>();
    }

    [Fact]
    public void A_value_is_found_by_its_name()
    {
        AccountTier.FromName("B").Should().BeSameAs(AccountTier.B);
        AccountTier.TryFromName("B", out var found).Should().BeTrue();
        found.Should().BeSameAs(AccountTier.B);
        Rung.FromName("Supplier").Should().BeSameAs(Rung.Supplier);
        Season.TryFromName("Slack", out var season).Should().BeTrue();
        season.Should().BeSameAs(Season.Slack);
    }

    [Fact]
    public void A_value_is_found_by_its_number()
    {
        AccountTier.FromValue(3).Should().BeSameAs(AccountTier.C);
        AccountTier.TryFromValue(3, out var found).Should().BeTrue();
        found.Should().BeSameAs(AccountTier.C);
        Rung.FromValue(1).Should().BeSameAs(Rung.Vendor);
    }

    [Fact]
    public void What_does_not_exist_is_not_found()
    {
        AccountTier.TryFromName("D", out var byName).Should().BeFalse();
        byName.Should().BeNull();
        AccountTier.TryFromName("a", out _).Should().BeFalse("names are matched exactly");
        AccountTier.TryFromValue(0, out var byValue).Should().BeFalse();
        byValue.Should().BeNull();
        var unknown = () => AccountTier.FromName("D");
        unknown.Should().Throw<SmartEnumNotFoundException>().WithMessage("*D*");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_name_is_never_blank(string? blank)
    {
        var make = () => new BlankName(blank!);
        make.Should().Throw<ArgumentException>().WithParameterName("name");
    }
}
