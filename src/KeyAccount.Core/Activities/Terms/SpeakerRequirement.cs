using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Activities;

/// <summary>A requirement for the speakers of an activity.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》 (对活动主题演讲者要求).</remarks>
[JsonConverter(typeof(TermJsonConverter<SpeakerRequirement>))]
public sealed class SpeakerRequirement : Term<SpeakerRequirement>
{
    /// <summary>They speak well and convince (演讲者口才及感染力); value 1.</summary>
    public static readonly SpeakerRequirement Eloquence = new(1);
    /// <summary>What they say matters to the roles in the audience (演讲内容与客户角色价值); value 2.</summary>
    public static readonly SpeakerRequirement RoleValue = new(2);
    /// <summary>The presenter of a case speaks well, and has a valuable case and a presentation (案例演讲者演讲能力/价值/PPT); value 3.</summary>
    public static readonly SpeakerRequirement CaseSpeaker = new(3);
    /// <summary>Answers to frequent questions are prepared (常被提问的问题准备); value 4.</summary>
    public static readonly SpeakerRequirement Questions = new(4);
    /// <summary>They have rehearsed before they go on stage (上场前的模拟练习); value 5.</summary>
    public static readonly SpeakerRequirement Rehearsal = new(5);

    private SpeakerRequirement(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
