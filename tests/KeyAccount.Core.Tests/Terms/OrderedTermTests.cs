using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Terms;

public class OrderedTermTests
{
    [Fact]
    public void IsAtLeast_where_the_lowest_number_is_the_best()
    {
        AccountTier.A.Direction.Should().Be(TermDirection.LowestIsBest);
        Matrix(AccountTier.InOrder).Should().Equal(
            true, true, true,
            false, true, true,
            false, false, true);
    }

    [Fact]
    public void IsAtLeast_where_the_highest_number_is_the_best()
    {
        Rung.Vendor.Direction.Should().Be(TermDirection.HighestIsBest);
        Matrix(Rung.InOrder).Should().Equal(
            true, false, false,
            true, true, false,
            true, true, true);
    }

    [Fact]
    public void IsAtLeast_refuses_null()
    {
        var lowest = () => AccountTier.A.IsAtLeast(null!);
        var highest = () => Rung.Vendor.IsAtLeast(null!);
        lowest.Should().Throw<ArgumentNullException>().WithParameterName("other");
        highest.Should().Throw<ArgumentNullException>().WithParameterName("other");
    }

    private static IEnumerable<bool> Matrix<TTerm>(IReadOnlyList<TTerm> terms)
        where TTerm : OrderedTerm<TTerm> =>
        from left in terms from right in terms select left.IsAtLeast(right);
}
