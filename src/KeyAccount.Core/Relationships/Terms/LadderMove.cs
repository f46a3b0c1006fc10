using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Relationships;

/// <summary>A move on the ladder: the method knows these and no others.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》. From CR4 and CR5 nobody is won for the top in one move.</remarks>
[JsonConverter(typeof(TermJsonConverter<LadderMove>))]
public sealed class LadderMove : Term<LadderMove>
{
    /// <summary>Keep and develop a die-hard supporter; value 1.</summary>
    public static readonly LadderMove DevelopCR1 = new(1, LadderLevel.CR1, LadderLevel.CR1);
    /// <summary>From friendly to die-hard supporter; value 2.</summary>
    public static readonly LadderMove CR2ToCR1 = new(2, LadderLevel.CR2, LadderLevel.CR1);
    /// <summary>From neutral to friendly; value 3.</summary>
    public static readonly LadderMove CR3ToCR2 = new(3, LadderLevel.CR3, LadderLevel.CR2);
    /// <summary>From neutral to die-hard supporter; value 4.</summary>
    public static readonly LadderMove CR3ToCR1 = new(4, LadderLevel.CR3, LadderLevel.CR1);
    /// <summary>From the competitor's die-hard supporter to neutral; value 5.</summary>
    public static readonly LadderMove CR4ToCR3 = new(5, LadderLevel.CR4, LadderLevel.CR3);
    /// <summary>From the competitor's die-hard supporter to friendly; value 6.</summary>
    public static readonly LadderMove CR4ToCR2 = new(6, LadderLevel.CR4, LadderLevel.CR2);
    /// <summary>From mortal enemy to neutral; value 7.</summary>
    public static readonly LadderMove CR5ToCR3 = new(7, LadderLevel.CR5, LadderLevel.CR3);
    /// <summary>From mortal enemy to friendly; value 8.</summary>
    public static readonly LadderMove CR5ToCR2 = new(8, LadderLevel.CR5, LadderLevel.CR2);

    private LadderMove(int value, LadderLevel from, LadderLevel to, [CallerMemberName] string name = "")
        : base(name, value) => (From, To) = (from, to);

    /// <summary>The level at which the move begins.</summary>
    public LadderLevel From { get; }

    /// <summary>The level to which the move leads; for <see cref="DevelopCR1"/> the same.</summary>
    public LadderLevel To { get; }
}
