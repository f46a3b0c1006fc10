namespace KeyAccount.Core;

/// <summary>Computes results on several threads and returns them in their order, without running further ahead than the threads
/// need.</summary>
internal static class InOrder
{
    // So many are made by one task: handing one over costs about as much as a tenth of reviewing an account.
    private const int Batch = 16;

    // Batches in advance for each thread: one that is made, one that waits.
    private const int Ahead = 2;

    private static readonly int AllCores = new ConcurrentExclusiveSchedulerPair().ConcurrentScheduler.MaximumConcurrencyLevel;

    /// <summary>On one thread where there are no options or they allow one.</summary>
    /// <exception cref="OperationCanceledException">The token of <paramref name="options"/> was cancelled.</exception>
    public static IEnumerable<T> Select<T>(int count, ParallelOptions? options, Func<int, T> make) =>
        DegreeOf(options) is > 1 and var degree && count > 1 ? OnThreads(count, options!, degree, make)
            : OnThisThread(count, options, make);

    /// <summary>On how many threads.</summary>
    public static int DegreeOf(ParallelOptions? options) => options is null ? 1
        : options.MaxDegreeOfParallelism > 0 ? options.MaxDegreeOfParallelism
        : AllCores;

    private static IEnumerable<T> OnThisThread<T>(int count, ParallelOptions? options, Func<int, T> make)
    {
        for (var i = 0; i < count; i++)
        {
            options?.CancellationToken.ThrowIfCancellationRequested();
            yield return make(i);
        }
    }

    private static IEnumerable<T> OnThreads<T>(int count, ParallelOptions options, int degree, Func<int, T> make)
    {
        var scheduler = new ConcurrentExclusiveSchedulerPair(options.TaskScheduler ?? TaskScheduler.Default, degree).ConcurrentScheduler;
        var batches = new Queue<Task<T[]>>();
        var isLeft = false;
        try
        {
            for (var next = 0; next < count || batches.Count > 0;)
            {
                for (; next < count && batches.Count < Ahead * degree; next += Batch)
                {
                    var (from, length) = (next, Math.Min(Batch, count - next));
                    batches.Enqueue(Task.Factory.StartNew(
                        () => Make(from, length), CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler));
                }

                foreach (var made in batches.Dequeue().GetAwaiter().GetResult())
                {
                    options.CancellationToken.ThrowIfCancellationRequested();
                    yield return made;
                }
            }
        }
        finally
        {
            // Nobody waits for the others any more; what they read must not be closed under them.
            isLeft = true;
            foreach (var batch in batches)
                ((IAsyncResult)batch).AsyncWaitHandle.WaitOne();
        }

        T[] Make(int from, int length)
        {
            var made = new T[length];
            for (var i = 0; i < length && !Volatile.Read(ref isLeft) && !options.CancellationToken.IsCancellationRequested; i++)
                made[i] = make(from + i);
            return made;
        }
    }
}
