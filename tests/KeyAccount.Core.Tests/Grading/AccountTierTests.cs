using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Grading;

public class AccountTierTests
{
    [Fact]
    public void The_stored_identifiers_never_change() =>
        AccountTier.InOrder.Select(tier => (tier.Name, tier.Value)).Should().Equal(("A", 1), ("B", 2), ("C", 3));

    [Fact]
    public void A_is_the_best()
    {
        AccountTier.C.Direction.Should().Be(TermDirection.LowestIsBest);
        AccountTier.A.IsAtLeast(AccountTier.B).Should().BeTrue();
        AccountTier.C.IsAtLeast(AccountTier.B).Should().BeFalse();
    }
}
