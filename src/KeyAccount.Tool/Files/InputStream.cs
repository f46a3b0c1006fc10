namespace KeyAccount.Tool.Files;

/// <summary>A file that is read, and notices where it becomes shorter meanwhile: what followed would be taken for not there.</summary>
internal sealed class InputStream(FileInfo file) : Stream
{
    private readonly FileStream _stream = file.OpenRead();
    private long? _length;

    public override bool CanRead => true;

    public override bool CanSeek => _stream.CanSeek;

    public override bool CanWrite => false;

    public override long Length => _stream.Length;

    public override long Position
    {
        get => _stream.Position;
        set => _stream.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            _length ??= CanSeek ? Length : 0;
            var read = _stream.Read(buffer);
            return read > 0 || buffer.IsEmpty || !CanSeek || Position >= _length
                ? read
                : throw new InputException(file.ToString(), "it became shorter while it was being read.");
        }
        catch (IOException e) when (e is not InputException)
        {
            throw new InputException(file.ToString(), e.Message, e);
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => _stream.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _stream.Dispose();
        base.Dispose(disposing);
    }
}
